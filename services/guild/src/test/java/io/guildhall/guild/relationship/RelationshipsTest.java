package io.guildhall.guild.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.error.PersonErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.relationship.RelationshipType;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.AttachSessions;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Relationships;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RelationshipsTest {
    private static final int FRIEND = 1;
    private static final int BLOCKED = 2;
    private static final int INCOMING = 3;
    private static final int OUTGOING = 4;

    private final Town town = new Town();
    private final long alice = town.person("Alice");
    private final long bob = town.person("bob");

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void aRequestByNameWaitsAtBothUntilItIsAccepted() {
        assertThat(ask(alice, "BOB").getSuccess().getStatus()).isEqualTo(204);
        assertThat(types(alice)).containsExactly(Map.entry(bob, OUTGOING));
        assertThat(types(bob)).containsExactly(Map.entry(alice, INCOMING));

        town.stage().takeSent();
        Town.json(put(bob, alice, "{}"));

        assertThat(types(alice)).containsExactly(Map.entry(bob, FRIEND));
        assertThat(types(bob)).containsExactly(Map.entry(alice, FRIEND));
        List<JsonNode> added = town.events("RELATIONSHIP_ADD");
        assertThat(added).hasSize(2).allSatisfy(event -> {
            assertThat(event.path("type").asInt()).isEqualTo(FRIEND);
            assertThat(event.path("user").path("username").isTextual()).isTrue();
        });
        town.stage().restart();
        assertThat(types(alice)).containsExactly(Map.entry(bob, FRIEND));
    }

    @Test
    void twoWhoAskEachOtherAtOnceAreFriends() {
        town.rows().writeNow(List.of(asked(alice, bob), asked(bob, alice)));

        tell(bob, alice, FriendRequested.STEP);
        tell(alice, bob, FriendRequested.STEP);

        assertThat(types(bob)).containsExactly(Map.entry(alice, FRIEND));
        assertThat(types(alice)).containsExactly(Map.entry(bob, FRIEND));
    }

    @Test
    void aYesToAQuestionThatWasTakenBackMakesNoFriends() {
        ask(alice, "bob");
        remove(alice, bob);
        tell(alice, bob, FriendAccepted.STEP);

        assertThat(types(alice)).isEmpty();
        assertThat(types(bob)).isEmpty();
    }

    @Test
    void requestsThatMakeNoSenseAreRefused() {
        long bot = town.bot("robot", alice);

        assertThat(Town.code(ask(alice, "nobody"))).isEqualTo(ErrorCode.NO_USERS_WITH_DISCORD_TAG_EXIST.number());
        assertThat(Town.code(ask(alice, "alice")))
                .isEqualTo(PersonErrorCode.CANNOT_SEND_FRIEND_REQUEST_TO_SELF.number());
        assertThat(Town.code(put(alice, bot, "{}"))).isEqualTo(PersonErrorCode.BOTS_CANNOT_HAVE_FRIENDS.number());
        assertThat(Town.code(put(alice, 5, "{}"))).isEqualTo(ErrorCode.UNKNOWN_USER.number());
        assertThat(Town.code(put(alice, 5, "{\"type\":2}"))).isEqualTo(ErrorCode.UNKNOWN_USER.number());
        assertThat(Town.code(put(alice, alice, "{\"type\":2}"))).isEqualTo(ErrorCode.UNKNOWN_USER.number());
        befriend();
        assertThat(Town.code(put(alice, bob, "{\"type\":1}"))).isEqualTo(PersonErrorCode.ALREADY_FRIENDS.number());
    }

    @Test
    void whoeverIsBlockedIsNoFriendAndAsksInVain() {
        befriend();
        town.stage().takeSent();

        put(bob, alice, "{\"type\":2}");

        assertThat(types(bob)).containsExactly(Map.entry(alice, BLOCKED));
        assertThat(types(alice)).isEmpty();
        assertThat(Town.code(ask(alice, "bob"))).isEqualTo(PersonErrorCode.FRIEND_REQUEST_BLOCKED.number());
        tell(bob, alice, FriendRequested.STEP);
        tell(bob, alice, RelationshipEnded.STEP);
        assertThat(types(bob)).containsExactly(Map.entry(alice, BLOCKED));
        remove(bob, alice);
        assertThat(types(bob)).isEmpty();
        ask(alice, "bob");
        assertThat(types(bob)).containsExactly(Map.entry(alice, INCOMING));
    }

    @Test
    void blockingTwiceChangesNothing() {
        put(bob, alice, "{\"type\":2}");
        town.stage().takeSent();
        put(bob, alice, "{\"type\":2}");
        assertThat(town.stage().takeSent()).isEmpty();
    }

    @Test
    void aFriendshipEndsForBoth() {
        befriend();
        town.stage().takeSent();

        remove(alice, bob);

        assertThat(town.events("RELATIONSHIP_REMOVE")).hasSize(2);
        assertThat(types(alice)).isEmpty();
        assertThat(types(bob)).isEmpty();
        assertThat(remove(alice, bob).getSuccess().getStatus()).isEqualTo(204);
    }

    @Test
    void friendsHaveNicknamesThatOnlyOneSees() {
        befriend();
        town.stage().takeSent();

        assertThat(rename(alice, "\"Bobby\"").getSuccess().getStatus()).isEqualTo(204);
        assertThat(town.events("RELATIONSHIP_UPDATE"))
                .singleElement()
                .satisfies(event -> assertThat(event.path("nickname").asText()).isEqualTo("Bobby"));
        assertThat(list(alice).get(0).path("nickname").asText()).isEqualTo("Bobby");
        assertThat(list(bob).get(0).path("nickname").isNull()).isTrue();
        rename(alice, "null");
        assertThat(list(alice).get(0).path("nickname").isNull()).isTrue();
        remove(alice, bob);
        assertThat(Town.code(rename(alice, "\"x\""))).isEqualTo(ErrorCode.UNKNOWN_USER.number());
    }

    @Test
    void allWhoAskedAreRefusedAtOnce() {
        long carol = town.person("carol");
        ask(alice, "bob");
        ask(carol, "bob");
        ask(bob, "Alice");

        call("deleteFriendRequests", bob, Map.of(), "{}", "");

        assertThat(types(bob)).containsExactly(Map.entry(alice, FRIEND));
        assertThat(types(carol)).isEmpty();
    }

    @Test
    void aPersonHasRoomForAThousandWhoAsk() {
        for (long other = 1; other <= Circle.MOST_OF_A_TYPE + 5; other++) {
            tell(bob, other, FriendRequested.STEP);
        }
        assertThat(town.rows().all(Relationships.TABLE, bob)).hasSize(Circle.MOST_OF_A_TYPE);
    }

    /** Each of them was asked while there was room. */
    @Test
    void whoHasAThousandFriendsTakesBackWhatItAsked() {
        long carol = town.person("carol");
        ask(bob, "alice");
        ask(carol, "bob");
        for (long other = 1; other <= Circle.MOST_OF_A_TYPE; other++) {
            town.rows()
                    .writeNow(List.of(Write.to(Relationships.TABLE, bob, other)
                            .set(Relationships.TYPE, (long) FRIEND)
                            .build()));
        }
        town.stage().restart();

        ask(alice, "bob");

        assertThat(types(alice)).isEmpty();
        assertThat(town.rows().all(Relationships.TABLE, bob))
                .filteredOn(row -> Relationships.is(RelationshipType.FRIEND, row))
                .hasSize(Circle.MOST_OF_A_TYPE);
        assertThat(types(carol)).containsExactly(Map.entry(bob, OUTGOING));
    }

    @Test
    void readyListsThemWithProfiles() {
        befriend();
        JsonNode ready = Town.json(town.stage()
                .run(Command.newBuilder()
                        .setActor(Keys.user(bob))
                        .setAttach(AttachSessions.getDefaultInstance())
                        .build()));
        assertThat(ready.path("relationships")
                        .get(0)
                        .path("user")
                        .path("username")
                        .asText())
                .isEqualTo("Alice");
    }

    @Test
    void mentionsByTheBlockedDoNotCount() {
        long guild = town.guild(alice);
        town.join(guild, alice, bob);
        put(bob, alice, "{\"type\":2}");
        Town.json(town.rest(
                Keys.guild(guild),
                "createMessage",
                alice,
                Map.of("channel_id", Town.text(town.channel(guild))),
                "",
                "{\"content\":\"<@" + bob + ">\"}"));
        JsonNode ready = Town.json(town.stage()
                .run(Command.newBuilder()
                        .setActor(Keys.user(bob))
                        .setAttach(AttachSessions.getDefaultInstance())
                        .build()));
        assertThat(ready.path("read_state"))
                .allSatisfy(
                        state -> assertThat(state.path("mention_count").asInt()).isZero());
    }

    private static Mutation asked(long who, long other) {
        return Write.to(Relationships.TABLE, who, other)
                .set(Relationships.TYPE, (long) OUTGOING)
                .build();
    }

    private void befriend() {
        ask(alice, "bob");
        put(bob, alice, "{}");
    }

    private Outcome ask(long who, String name) {
        return call("sendFriendRequest", who, Map.of(), "", "{\"username\":\"" + name + "\",\"discriminator\":null}");
    }

    private Outcome put(long who, long other, String body) {
        return call("putRelationship", who, Map.of("other_id", Town.text(other)), "", body);
    }

    private Outcome remove(long who, long other) {
        return call("deleteRelationship", who, Map.of("other_id", Town.text(other)), "", "");
    }

    private Outcome rename(long who, String nickname) {
        return call(
                "updateRelationship", who, Map.of("other_id", Town.text(bob)), "", "{\"nickname\":" + nickname + "}");
    }

    private Outcome call(String operation, long caller, Map<String, String> path, String query, String body) {
        return town.rest(Keys.user(caller), operation, caller, path, query, body);
    }

    private void tell(long to, long from, String step) {
        ActorKey actor = Keys.user(to);
        town.stage()
                .run(Command.newBuilder()
                        .setActor(actor)
                        .setInternal(Internal.newBuilder()
                                .setStep(step)
                                .setBody(Json.bytes(Json.object().put("user_id", Snowflake.format(from)))))
                        .build());
    }

    private JsonNode list(long who) {
        return Town.json(call("listRelationships", who, Map.of(), "", ""));
    }

    private Map<Long, Integer> types(long who) {
        Map<Long, Integer> types = new HashMap<>();
        list(who)
                .forEach(entry -> types.put(
                        Long.parseLong(entry.path("id").asText()),
                        entry.path("type").asInt()));
        return types;
    }
}
