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
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Credentials;
import io.guildhall.model.table.catalogue.Emails;
import io.guildhall.model.table.catalogue.Relationships;
import io.guildhall.model.table.catalogue.UserNotes;
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
