package io.guildhall.guild.provisional;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.account.StandingSteps;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.UserFlag;
import io.guildhall.model.relationship.RelationshipType;
import io.guildhall.model.rpc.Caller;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.AccountIdentities;
import io.guildhall.model.table.catalogue.ApplicationPlayers;
import io.guildhall.model.table.catalogue.ExternalIdentities;
import io.guildhall.model.table.catalogue.LobbyMemberships;
import io.guildhall.model.table.catalogue.OAuth2Grants;
import io.guildhall.model.table.catalogue.Relationships;
import io.guildhall.model.table.catalogue.Usernames;
import io.guildhall.model.table.catalogue.Users;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A player's account that becomes a person's own, and one that is made for the player again. */
class AccountMovesTest {
    private static final String IDENTITY = "an identity";

    private final Town town = new Town();
    private final long alice = town.person("alice");
    private final long bob = town.person("bob");
    private final long carol = town.person("carol");
    private final long game = town.bot("game", alice);
    private final long player = town.person("player_1");

    AccountMovesTest() {
        town.rows()
                .writeNow(List.of(
                        Write.to(Users.TABLE, player)
                                .set(Users.FLAGS, UserFlag.PROVISIONAL_ACCOUNT)
                                .build(),
                        Write.to(ExternalIdentities.TABLE, game, IDENTITY)
                                .set(ExternalIdentities.USER_ID, player)
                                .build(),
                        Write.to(AccountIdentities.TABLE, player, game)
                                .set(AccountIdentities.IDENTITY, IDENTITY)
                                .set(AccountIdentities.PROVISIONAL, true)
                                .build()));
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void mergingTakesFriendsAndLobbiesOverAndEndsTheAccount() {
        befriend(player, bob);
        befriend(player, carol);
        befriend(alice, carol);
        long lobby = lobby();

        step(player, "mergeAccount", alice);

        assertThat(friends(alice)).containsExactlyInAnyOrder(bob, carol);
        assertThat(friends(bob)).containsExactly(alice);
        assertThat(friends(carol)).containsExactly(alice);
        assertThat(friends(player)).isEmpty();
        JsonNode members = lobby(lobby).path("members");
        assertThat(members).hasSize(1);
        assertThat(members.at("/0/id").asText()).isEqualTo(Town.text(alice));
        assertThat(members.at("/0/flags").asInt()).isEqualTo(1);
        assertThat(members.at("/0/metadata/team").asText()).isEqualTo("red");
        assertThat(members.at("/0/additional_name").asText()).isEqualTo("Ace");
        assertThat(town.rows().all(LobbyMemberships.TABLE, game, player)).isEmpty();
        assertThat(town.rows().row(Users.TABLE, player).orElseThrow().get(Users.DELETED, false))
                .isTrue();
        assertThat(town.rows().row(Usernames.TABLE, "player_1")).isEmpty();
        assertThat(leadsTo()).isEqualTo(alice);
        assertThat(provisional(alice)).isFalse();
        // A retry finds it done.
        step(player, "mergeAccount", alice);
        assertThat(leadsTo()).isEqualTo(alice);
        town.stage().restart();
        assertThat(friends(alice)).containsExactlyInAnyOrder(bob, carol);
    }

    @Test
    void mergingMakesNobodyAFriendWhomThePersonBlocksNorWhoBlocksThePerson() {
        befriend(player, bob);
        befriend(player, carol);
        put(alice, bob, "{\"type\":2}");
        put(carol, alice, "{\"type\":2}");

        step(player, "mergeAccount", alice);

        assertThat(friends(alice)).isEmpty();
        assertThat(friends(bob)).isEmpty();
        assertThat(friends(carol)).isEmpty();
        assertThat(type(alice, bob)).isEqualTo(RelationshipType.BLOCKED.number());
    }

    /** However many there are. */
    @Test
    void deletingTheApplicationEndsWhoWasThereForItAndForgetsTheRest() {
        Town.json(step(player, "mergeAccount", alice));
        long other = town.person("player_9");
        befriend(other, bob);
        List<Mutation> rows = new ArrayList<>();
        rows.add(Write.to(Users.TABLE, other)
                .set(Users.FLAGS, UserFlag.PROVISIONAL_ACCOUNT)
                .build());
        rows.addAll(playerRows(other, "another"));
        for (long id = 1; id <= 250; id++) {
            rows.add(Write.to(Users.TABLE, id << 30)
                    .set(Users.USERNAME, "player_x" + id)
                    .set(Users.FLAGS, UserFlag.PROVISIONAL_ACCOUNT)
                    .build());
            rows.addAll(playerRows(id << 30, "one of many " + id));
        }
        town.rows().writeNow(rows);
        town.stage().restart();

        assertThat(town.rest(
                                Keys.user(game),
                                "deleteApplication",
                                alice,
                                Map.of("application_id", Town.text(game)),
                                "",
                                "")
                        .hasSuccess())
                .isTrue();

        for (String identity : List.of(IDENTITY, "another", "one of many 1", "one of many 250")) {
            assertThat(town.rows().row(ExternalIdentities.TABLE, game, identity))
                    .as(identity)
                    .isEmpty();
        }
        assertThat(town.rows().row(AccountIdentities.TABLE, alice, game)).isEmpty();
        assertThat(deleted(alice)).isFalse();
        assertThat(deleted(other)).isTrue();
        assertThat(deleted(250L << 30)).isTrue();
        assertThat(friends(bob)).isEmpty();
        for (long slice = 0; slice < ApplicationPlayers.SLICES; slice++) {
            assertThat(town.rows().all(ApplicationPlayers.TABLE, game, slice)).isEmpty();
        }
    }

    private List<Mutation> playerRows(long user, String identity) {
        return List.of(
                Write.to(ExternalIdentities.TABLE, game, identity)
                        .set(ExternalIdentities.USER_ID, user)
                        .build(),
                Write.to(AccountIdentities.TABLE, user, game)
                        .set(AccountIdentities.IDENTITY, identity)
                        .set(AccountIdentities.PROVISIONAL, true)
                        .build(),
                Write.to(ApplicationPlayers.TABLE, game, ApplicationPlayers.slice(user), user)
                        .set(ApplicationPlayers.LINKED, false)
                        .build());
    }

    private boolean deleted(long user) {
        return town.rows().row(Users.TABLE, user).orElseThrow().get(Users.DELETED, false);
    }

    @Test
    void ofTwoPlayersWhoMergeIntoOnePersonOneDoes() {
        long other = town.person("player_9");
        town.rows()
                .writeNow(List.of(
                        Write.to(ExternalIdentities.TABLE, game, "another")
                                .set(ExternalIdentities.USER_ID, other)
                                .build(),
                        Write.to(AccountIdentities.TABLE, other, game)
                                .set(AccountIdentities.IDENTITY, "another")
                                .set(AccountIdentities.PROVISIONAL, true)
                                .build()));
        Town.json(step(player, "mergeAccount", alice));
        assertThat(Town.code(step(other, "mergeAccount", "another", alice)))
                .isEqualTo(ErrorCode.TOO_MANY_APPLICATION_IDENTITIES.number());
        assertThat(leadsTo("another")).isEqualTo(other);
        assertThat(town.rows().row(Users.TABLE, other).orElseThrow().get(Users.DELETED, false))
                .isFalse();
        assertThat(town.rows()
                        .row(AccountIdentities.TABLE, alice, game)
                        .orElseThrow()
                        .get(AccountIdentities.IDENTITY))
                .isEqualTo(IDENTITY);
    }

    /** A process that died when it had taken what only one may have, and nothing else of the move was written. */
    @Test
    void whatWasOnlyClaimedSaysWhoseMoveItWasAndIsEndedByTheSameAgain() {
        befriend(player, bob);
        town.rows().loseBatches(true);
        step(player, "mergeAccount", alice);
        town.rows().loseBatches(false);
        town.stage().restart();
        assertThat(leadsTo()).isEqualTo(alice);
        assertThat(deleted(player)).isFalse();
        assertThat(town.rows()
                        .row(AccountIdentities.TABLE, alice, game)
                        .orElseThrow()
                        .get(AccountIdentities.MERGING_FROM))
                .isEqualTo(player);

        Town.json(step(player, "mergeAccount", alice));

        assertThat(deleted(player)).isTrue();
        assertThat(friends(alice)).containsExactly(bob);
    }

    /** Whom somebody else has already leaves no trace with the person who wanted it. */
    @Test
    void aPlayerWhoIsAnothersAlreadyTakesNoPlace() {
        Town.json(step(player, "mergeAccount", bob));
        assertThat(Town.code(step(player, "mergeAccount", alice))).isEqualTo(ErrorCode.UNKNOWN_USER.number());
        assertThat(town.rows().row(AccountIdentities.TABLE, alice, game)).isEmpty();
        town.rows()
                .writeNow(List.of(
                        Write.to(Users.TABLE, player).set(Users.DELETED, false).build()));
        town.stage().restart();
        assertThat(Town.code(step(player, "mergeAccount", alice))).isEqualTo(ErrorCode.UNKNOWN_USER.number());
        assertThat(town.rows().row(AccountIdentities.TABLE, alice, game)).isEmpty();
    }

    @Test
    void ofTwoWhoMergeOneAccountOneDoes() {
        step(player, "mergeAccount", alice);
        town.rows()
                .writeNow(List.of(
                        Write.to(Users.TABLE, player).set(Users.DELETED, false).build()));
        town.stage().restart();

        Outcome second = step(player, "mergeAccount", bob);

        assertThat(Town.code(second)).isEqualTo(ErrorCode.UNKNOWN_USER.number());
        assertThat(leadsTo()).isEqualTo(alice);
    }

    @Test
    void splittingSharesThoseFriendsWhoHaveToDoWithTheGame() {
        step(player, "mergeAccount", alice);
        befriend(alice, bob);
        befriend(alice, carol);
        town.rows()
                .writeNow(List.of(Write.to(OAuth2Grants.TABLE, bob, 5L)
                        .set(OAuth2Grants.APPLICATION_ID, game)
                        .set(OAuth2Grants.EXPIRES_AT, Long.MAX_VALUE)
                        .build()));
        long lobby = lobby();
        put(lobby, alice);
        long fresh = town.person("player_2");

        step(alice, "splitAccount", fresh);

        assertThat(friends(fresh)).containsExactly(bob);
        assertThat(friends(bob)).containsExactlyInAnyOrder(alice, fresh);
        assertThat(friends(alice)).containsExactlyInAnyOrder(bob, carol);
        assertThat(friends(carol)).containsExactly(alice);
        assertThat(leadsTo()).isEqualTo(fresh);
        assertThat(town.rows().row(AccountIdentities.TABLE, alice, game)).isEmpty();
        assertThat(town.rows().all(LobbyMemberships.TABLE, game, alice)).isEmpty();
        assertThat(town.rows().all(LobbyMemberships.TABLE, game, fresh)).hasSize(1);
    }

    @Test
    void anAccountThatIsGoneIsInNoLobby() {
        town.rows()
                .writeNow(List.of(Write.to(OAuth2Grants.TABLE, bob, 5L)
                        .set(OAuth2Grants.APPLICATION_ID, game)
                        .set(OAuth2Grants.EXPIRES_AT, Long.MAX_VALUE)
                        .build()));
        long lobby = lobby();
        put(lobby, bob);

        assertThat(step(bob, StandingSteps.DELETED, 0).hasSuccess()).isTrue();

        assertThat(town.rows().all(LobbyMemberships.TABLE, game, bob)).isEmpty();
        assertThat(lobby(lobby).path("members").findValuesAsText("id")).containsExactly(Town.text(player));
    }

    private Outcome step(long actor, String step, long to) {
        return step(actor, step, IDENTITY, to);
    }

    private Outcome step(long actor, String step, String identity, long to) {
        JsonNode body = Json.object()
                .put("application_id", Town.text(game))
                .put("identity", identity)
                .put("to", Town.text(to));
        return town.stage()
                .run(Command.newBuilder()
                        .setActor(Keys.user(actor))
                        .setInternal(
                                Internal.newBuilder().setStep(step).setBody(ByteString.copyFromUtf8(body.toString())))
                        .build());
    }

    private void befriend(long one, long other) {
        put(one, other, "{}");
        put(other, one, "{}");
    }

    private void put(long one, long other, String body) {
        town.rest(Keys.user(one), "putRelationship", one, Map.of("other_id", Town.text(other)), "", body);
    }

    private long lobby() {
        long id = town.nextId();
        Town.json(ask(id, "createLobby", Map.of(), "{}"));
        Town.json(ask(
                id,
                "putLobbyMember",
                Map.of("user_id", Town.text(player)),
                "{\"flags\":1,\"additional_name\":\"Ace\",\"metadata\":{\"team\":\"red\"}}"));
        return id;
    }

    private void put(long lobby, long user) {
        Town.json(ask(lobby, "putLobbyMember", Map.of("user_id", Town.text(user)), "{}"));
    }

    private JsonNode lobby(long id) {
        return Town.json(ask(id, "getLobby", Map.of(), ""));
    }

    private Outcome ask(long lobby, String operation, Map<String, String> path, String body) {
        Map<String, String> all = new HashMap<>(path);
        all.put("lobby_id", Town.text(lobby));
        Caller caller =
                Caller.newBuilder().setUserId(game).setApplicationId(game).build();
        return town.rest(Keys.lobby(lobby), operation, caller, all, "", body);
    }

    private List<Long> friends(long user) {
        return town.rows().all(Relationships.TABLE, user).stream()
                .filter(row -> row.get(Relationships.TYPE) == RelationshipType.FRIEND.number())
                .map(row -> row.get(Relationships.OTHER_ID))
                .toList();
    }

    private long type(long user, long other) {
        return town.rows().row(Relationships.TABLE, user, other).orElseThrow().get(Relationships.TYPE);
    }

    private long leadsTo() {
        return leadsTo(IDENTITY);
    }

    private long leadsTo(String identity) {
        return town.rows()
                .row(ExternalIdentities.TABLE, game, identity)
                .orElseThrow()
                .get(ExternalIdentities.USER_ID);
    }

    private boolean provisional(long user) {
        return town.rows()
                .row(AccountIdentities.TABLE, user, game)
                .orElseThrow()
                .get(AccountIdentities.PROVISIONAL, true);
    }
}
