package io.guildhall.guild.ending;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.account.StandingSteps;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.rpc.AttachSessions;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.ColumnType;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.AccountIdentities;
import io.guildhall.model.table.catalogue.ApplicationPlayers;
import io.guildhall.model.table.catalogue.Catalogue;
import io.guildhall.model.table.catalogue.Credentials;
import io.guildhall.model.table.catalogue.Emails;
import io.guildhall.model.table.catalogue.ExternalIdentities;
import io.guildhall.model.table.catalogue.OAuth2Grants;
import io.guildhall.model.table.catalogue.Passkeys;
import io.guildhall.model.table.catalogue.PushDevices;
import io.guildhall.model.table.catalogue.ReadStates;
import io.guildhall.model.table.catalogue.Relationships;
import io.guildhall.model.table.catalogue.SessionStarts;
import io.guildhall.model.table.catalogue.UserGuilds;
import io.guildhall.model.table.catalogue.UserNotes;
import io.guildhall.model.table.catalogue.UserPrivateChannels;
import io.guildhall.model.table.catalogue.Usernames;
import io.guildhall.model.table.catalogue.Users;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is left of somebody whose account ends. */
class AccountEndTest {
    private static final int MUST_TRANSFER_GUILDS = 40011;

    private final Town town = new Town();
    private final long alice = town.person("Alice");
    private final long bob = town.person("bob");

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void whoOwnsAGuildGivesItAwayFirst() {
        town.guild(alice);

        assertThat(Town.code(step(alice, StandingSteps.MAY_BE_DELETED))).isEqualTo(MUST_TRANSFER_GUILDS);
        assertThat(Town.code(step(alice, StandingSteps.DELETED))).isEqualTo(MUST_TRANSFER_GUILDS);
        assertThat(town.rows().all(Users.TABLE, alice).getFirst().get(Users.DELETED, false))
                .isFalse();
    }

    @Test
    void nothingIsLeftButAnAccountThatSaysNothing() {
        long guild = town.guild(bob);
        town.join(guild, bob, alice);
        befriend();
        town.rows()
                .writeNow(List.of(
                        Write.to(Users.TABLE, alice)
                                .set(Users.EMAIL, "alice@example.org")
                                .set(Users.BIO, "about me")
                                .build(),
                        Write.to(Emails.TABLE, "alice@example.org")
                                .set(Emails.USER_ID, alice)
                                .build(),
                        Write.to(Credentials.TABLE, alice)
                                .set(Credentials.PASSWORD_HASH, "hash")
                                .build(),
                        Write.to(UserNotes.TABLE, alice, bob)
                                .set(UserNotes.NOTE, "owes me")
                                .build()));
        town.stage().restart();
        town.stage().takeSent();

        assertThat(step(alice, StandingSteps.DELETED).hasSuccess()).isTrue();
        assertThat(step(alice, StandingSteps.DELETED).hasSuccess()).isTrue();

        assertThat(town.stage().takeSent())
                .extracting(event -> event.event().getName())
                .contains("$INVALIDATE", "GUILD_MEMBER_REMOVE", "RELATIONSHIP_REMOVE");
        JsonNode seen =
                Town.json(town.rest(Keys.user(alice), "getUser", bob, Map.of("user_id", Town.text(alice)), "", ""));
        assertThat(seen.path("username").asText()).startsWith("deleted_user_");
        assertThat(seen.path("global_name").isNull()).isTrue();
        assertThat(town.rows().all(Emails.TABLE, "alice@example.org")).isEmpty();
        assertThat(town.rows().all(Usernames.TABLE, "alice")).isEmpty();
        assertThat(town.rows().all(Credentials.TABLE, alice)).isEmpty();
        assertThat(town.rows().all(UserNotes.TABLE, alice)).isEmpty();
        assertThat(town.rows().all(Relationships.TABLE, alice)).isEmpty();
        assertThat(town.rows().all(Relationships.TABLE, bob)).isEmpty();
        assertThat(town.rows().all(Users.TABLE, alice).getFirst().find(Users.EMAIL))
                .isEmpty();
        assertThat(town.rows().all(Users.TABLE, alice).getFirst().find(Users.BIO))
                .isEmpty();
    }

    @Test
    void theOthersOfAGroupGoOnWithoutThem() {
        long carol = town.person("carol");
        befriend();
        long group = group(carol);
        town.stage().takeSent();

        step(alice, StandingSteps.DELETED);

        JsonNode left = Town.json(town.rest(
                Keys.privateChannel(group), "getChannel", bob, Map.of("channel_id", Town.text(group)), "", ""));
        assertThat(left.path("owner_id").asText()).isNotEqualTo(Town.text(alice));
        assertThat(left.path("recipients").findValuesAsText("id")).doesNotContain(Town.text(alice));
    }

    @Test
    void aGameKnowsThePersonsAccountNoMore() {
        linkedTo(7, "theirs", false);
        linkedTo(8, "the game's own", true);

        step(alice, StandingSteps.DELETED);

        assertThat(town.rows().all(AccountIdentities.TABLE, alice))
                .extracting(row -> row.get(AccountIdentities.APPLICATION_ID))
                .containsExactly(8L);
        assertThat(leadsTo(7, "theirs")).isEqualTo(ExternalIdentities.NOBODY);
        assertThat(leadsTo(8, "the game's own")).isEqualTo(alice);
        assertThat(town.rows().all(ApplicationPlayers.TABLE, 7L, ApplicationPlayers.slice(alice)))
                .isEmpty();
    }

    private void linkedTo(long application, String identity, boolean provisional) {
        town.rows()
                .writeNow(List.of(
                        Write.to(ExternalIdentities.TABLE, application, identity)
                                .set(ExternalIdentities.USER_ID, alice)
                                .build(),
                        Write.to(AccountIdentities.TABLE, alice, application)
                                .set(AccountIdentities.IDENTITY, identity)
                                .set(AccountIdentities.PROVISIONAL, provisional)
                                .build(),
                        Write.to(ApplicationPlayers.TABLE, application, ApplicationPlayers.slice(alice), alice)
                                .set(ApplicationPlayers.LINKED, !provisional)
                                .build()));
    }

    private long leadsTo(long application, String identity) {
        return town.rows()
                .all(ExternalIdentities.TABLE, application, identity)
                .getFirst()
                .get(ExternalIdentities.USER_ID);
    }

    /**
     * Rows under the person's id are gone, or here is why they are not. What is in a table that is not named here is written and looked for.
     */
    @Test
    void whatOnlyThePersonHadToDoWithIsGoneFromEveryTable() {
        Map<Table, String> stays = Map.of(
                Users.TABLE, "says that there was somebody",
                UserGuilds.TABLE, "goes with each guild",
                UserPrivateChannels.TABLE, "the others of a channel go on, and it leads to who wrote there",
                SessionStarts.TABLE, "only bots have any",
                PushDevices.TABLE, "goes with the logins, which are ended before",
                OAuth2Grants.TABLE, "is of no use without the account, and ends by its time",
                AccountIdentities.TABLE, "has a test of its own");
        List<Table> tables = Catalogue.TABLES.stream()
                .filter(table -> table.partitionColumns() == 1)
                .filter(table -> table.columns().getFirst().name().equals("user_id"))
                .filter(table -> !stays.containsKey(table))
                .toList();
        assertThat(tables).contains(Passkeys.TABLE, ReadStates.TABLE);
        tables.forEach(table -> town.rows().writeNow(List.of(sample(table))));

        step(alice, StandingSteps.DELETED);

        assertThat(tables).allSatisfy(table -> assertThat(town.rows().all(table, alice))
                .as(table.name())
                .isEmpty());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Mutation sample(Table table) {
        Object[] key = new Object[table.keyColumns()];
        key[0] = alice;
        for (int index = 1; index < key.length; index++) {
            key[index] = sample(table.columns().get(index));
        }
        Write write = Write.to(table, key);
        table.columns().stream()
                .skip(key.length)
                .filter(column -> column.type() == ColumnType.LONG || column.type() == ColumnType.TEXT)
                .filter(column -> !table.equals(Relationships.TABLE) || column.type() == ColumnType.LONG)
                .forEach(column -> write.set((Column) column, sample(column)));
        return write.build();
    }

    private static Object sample(Column<?> column) {
        return column.type() == ColumnType.LONG ? (Object) 1L : "1";
    }

    @Test
    void aBotIsDeletedWithItsApplication() {
        long bot = town.bot("robot", alice);

        assertThat(Town.code(step(bot, StandingSteps.DELETED))).isEqualTo(ErrorCode.INVALID_ACCOUNT_TYPE.number());
    }

    static List<Column<Boolean>> closings() {
        return List.of(Users.DISABLED, Users.PAUSED);
    }

    @ParameterizedTest
    @MethodSource("closings")
    void anAccountThatIsNotToBeUsedBeginsNoSession(Column<Boolean> closing) {
        step(alice, StandingSteps.STEP, "{\"" + closing.name() + "\":true}");

        assertThat(town.rows().all(Users.TABLE, alice).getFirst().get(closing, false))
                .isTrue();
        town.stage().restart();
        Outcome refused = town.stage()
                .run(Command.newBuilder()
                        .setActor(Keys.user(alice))
                        .setAttach(AttachSessions.getDefaultInstance())
                        .build());
        assertThat(refused.getFailure().getStatus()).isEqualTo(401);
        step(alice, StandingSteps.STEP, "{\"" + closing.name() + "\":false}");
        assertThat(town.rows().all(Users.TABLE, alice).getFirst().get(closing, false))
                .isFalse();
    }

    private void befriend() {
        relate(alice, bob);
        relate(bob, alice);
    }

    private void relate(long from, long to) {
        town.rest(Keys.user(from), "putRelationship", from, Map.of("other_id", Town.text(to)), "", "{}");
    }

    private long group(long carol) {
        relate(alice, carol);
        relate(carol, alice);
        return Long.parseLong(Town.json(town.rest(
                        Keys.user(alice),
                        "createPrivateChannel",
                        alice,
                        Map.of(),
                        "",
                        "{\"recipients\":[\"" + Town.text(bob) + "\",\"" + Town.text(carol) + "\"]}"))
                .path("id")
                .asText());
    }

    private Outcome step(long user, String step) {
        return step(user, step, "{}");
    }

    private Outcome step(long user, String step, String body) {
        return town.stage()
                .run(Command.newBuilder()
                        .setActor(Keys.user(user))
                        .setInternal(Internal.newBuilder().setStep(step).setBody(ByteString.copyFromUtf8(body)))
                        .build());
    }
}
