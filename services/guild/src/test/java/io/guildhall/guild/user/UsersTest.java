package io.guildhall.guild.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.actor.Stage.Sent;
import io.guildhall.model.account.StandingSteps;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.rpc.AttachSessions;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Users;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UsersTest {
    private final Town town = new Town();
    private final long alice = town.person("Alice");
    private final long bob = town.person("bob");

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void aUserSeesItselfWithItsPrivateFields() {
        JsonNode me = Town.json(call("getMyUser", alice, alice, "", ""));

        assertThat(me.path("id").asText()).isEqualTo(Town.text(alice));
        assertThat(me.path("username").asText()).isEqualTo("Alice");
        assertThat(me.path("discriminator").asText()).isEqualTo("0");
        assertThat(me.has("mfa_enabled")).isTrue();
        assertThat(me.has("global_name")).isTrue();
    }

    @Test
    void othersSeeNoPrivateFields() {
        JsonNode seen = Town.json(call("getUser", alice, bob, "", ""));

        assertThat(seen.path("username").asText()).isEqualTo("Alice");
        assertThat(seen.has("mfa_enabled")).isFalse();
        assertThat(seen.has("email")).isFalse();
    }

    @Test
    void aUserThatDoesNotExistIsUnknown() {
        assertThat(Town.code(call("getUser", 123, bob, "", ""))).isEqualTo(ErrorCode.UNKNOWN_USER.number());
    }

    @Test
    void aUsernameIsTakenWhateverItsCase() {
        assertThat(Town.code(call("updateMyUser", bob, bob, "", "{\"username\":\"ALICE\"}")))
                .isEqualTo(ErrorCode.INVALID_FORM_BODY.number());
    }

    @Test
    void anOldUsernameIsFreeAgain() {
        Town.json(call("updateMyUser", alice, alice, "", "{\"username\":\"Carol\"}"));
        Town.json(call("updateMyUser", bob, bob, "", "{\"username\":\"alice\"}"));

        assertThat(Town.code(call("updateMyUser", bob, bob, "", "{\"username\":\"carol\"}")))
                .isEqualTo(ErrorCode.INVALID_FORM_BODY.number());
        assertThat(Town.json(call("getMyUser", bob, bob, "", ""))
                        .path("username")
                        .asText())
                .isEqualTo("alice");
    }

    @Test
    void aChangedProfileReachesTheUserAndTheGuilds() {
        long guild = town.guild(alice);
        town.stage().takeSent();

        call("updateMyUser", alice, alice, "", "{\"global_name\":\"Ali\",\"bio\":\"hello\"}");

        List<Sent> sent = town.stage().takeSent();
        assertThat(sent).extracting(event -> event.event().getName()).contains("USER_UPDATE", "GUILD_MEMBER_UPDATE");
        assertThat(sent)
                .filteredOn(event -> event.event().getName().equals("GUILD_MEMBER_UPDATE"))
                .allSatisfy(event -> assertThat(event.actor()).isEqualTo(Keys.guild(guild)))
                .first()
                .satisfies(event ->
                        assertThat(event.event().getPayload().toStringUtf8()).contains("\"global_name\":\"Ali\""));
    }

    @Test
    void aBioAloneIsNoMattersOfOthers() {
        town.guild(alice);
        town.stage().takeSent();

        call("updateMyUser", alice, alice, "", "{\"bio\":\"hello\"}");

        assertThat(town.stage().takeSent())
                .extracting(event -> event.event().getName())
                .containsExactly("USER_UPDATE");
    }

    @Test
    void changesSurviveARestart() {
        call("updateMyUser", alice, alice, "", "{\"global_name\":\"Ali\",\"avatar\":\"abc\"}");
        town.stage().restart();

        JsonNode me = Town.json(call("getMyUser", alice, alice, "", ""));
        assertThat(me.path("global_name").asText()).isEqualTo("Ali");
        assertThat(me.path("avatar").asText()).isEqualTo("abc");
    }

    @Test
    void aProvedAddressCountsWhileItIsTheAccounts() {
        town.rows()
                .writeNow(List.of(Write.to(Users.TABLE, alice)
                        .set(Users.EMAIL, "alice@example.org")
                        .set(Users.VERIFIED, false)
                        .build()));
        standing(alice, "{\"verified_email\":\"other@example.org\"}");
        assertThat(Town.json(call("getMyUser", alice, alice, "", ""))
                        .path("verified")
                        .asBoolean())
                .isFalse();

        town.stage().takeSent();
        standing(alice, "{\"verified_email\":\"Alice@example.org\"}");
        assertThat(town.stage().takeSent())
                .extracting(event -> event.event().getName())
                .containsExactly("USER_UPDATE");
        town.stage().restart();
        assertThat(Town.json(call("getMyUser", alice, alice, "", ""))
                        .path("verified")
                        .asBoolean())
                .isTrue();
    }

    private void standing(long user, String body) {
        town.stage()
                .run(Command.newBuilder()
                        .setActor(Keys.user(user))
                        .setInternal(Internal.newBuilder()
                                .setStep(StandingSteps.STEP)
                                .setBody(ByteString.copyFromUtf8(body)))
                        .build());
    }

    @Test
    void guildsAreListedByIdInPages() {
        List<String> guilds =
                List.of(Town.text(town.guild(alice)), Town.text(town.guild(alice)), Town.text(town.guild(alice)));

        assertThat(ids(call("listMyGuilds", alice, alice, "{}", ""))).isEqualTo(guilds);
        assertThat(ids(call("listMyGuilds", alice, alice, "{\"limit\":1,\"after\":\"" + guilds.get(0) + "\"}", "")))
                .containsExactly(guilds.get(1));
        assertThat(ids(call("listMyGuilds", alice, alice, "{\"limit\":1,\"before\":\"" + guilds.get(2) + "\"}", "")))
                .containsExactly(guilds.get(1));
    }

    @Test
    void aListedGuildSaysWhatTheCallerMayDo() {
        town.guild(alice);

        JsonNode guild = Town.json(call("listMyGuilds", alice, alice, "{\"with_counts\":true}", ""))
                .get(0);
        assertThat(guild.path("owner").asBoolean()).isTrue();
        assertThat(guild.path("permissions").isTextual()).isTrue();
        assertThat(guild.path("approximate_member_count").asInt()).isEqualTo(1);
    }

    @Test
    void theOwnerCannotLeave() {
        long guild = town.guild(alice);

        assertThat(Town.code(leave(guild, alice))).isEqualTo(ErrorCode.INVALID_GUILD.number());
    }

    @Test
    void aMemberWhoLeavesIsToldAndForgotten() {
        long guild = town.guild(alice);
        town.join(guild, alice, bob);
        town.stage().takeSent();

        assertThat(leave(guild, bob).getSuccess().getStatus()).isEqualTo(204);

        assertThat(town.stage().takeSent())
                .extracting(event -> event.event().getName())
                .containsSubsequence("GUILD_DELETE", "GUILD_MEMBER_REMOVE", "$GUILD_DETACH");
        assertThat(ids(call("listMyGuilds", bob, bob, "{}", ""))).isEmpty();
    }

    @Test
    void sessionsAreToldWhatReadySays() {
        long guild = town.guild(alice);

        JsonNode ready = Town.json(attach(alice, alice));

        assertThat(ready.path("user").path("id").asText()).isEqualTo(Town.text(alice));
        assertThat(ready.path("application").isNull()).isTrue();
        assertThat(ready.path("guilds")).extracting(JsonNode::asText).containsExactly(Town.text(guild));
        assertThat(ready.path("private_channels").isArray()).isTrue();
        assertThat(ready.path("position").has("epoch")).isTrue();
    }

    @Test
    void aBotsSessionsLearnItsApplicationsFlags() {
        long bot = town.bot("robot", alice);
        call("updateMyApplication", bot, bot, "", "{\"flags\":" + ((1L << 15) | (1L << 18)) + "}");

        JsonNode application = Town.json(attach(bot, bot)).path("application");
        assertThat(application.path("id").asText()).isEqualTo(Town.text(bot));
        assertThat(application.path("flags").asLong()).isEqualTo(1L << 15);
    }

    @Test
    void revokedTokensEndTheSessions() {
        town.stage()
                .run(Command.newBuilder()
                        .setActor(Keys.user(alice))
                        .setInternal(Internal.newBuilder().setStep("tokenRevoked"))
                        .build());

        assertThat(town.events("$INVALIDATE")).singleElement().satisfies(payload -> assertThat(
                        payload.path("resumable").asBoolean())
                .isFalse());
    }

    @Test
    void theSessionsOfSomeLoginsEndWhenOnlyTheseEnd() {
        town.stage()
                .run(Command.newBuilder()
                        .setActor(Keys.user(alice))
                        .setInternal(Internal.newBuilder()
                                .setStep("tokenRevoked")
                                .setBody(ByteString.copyFromUtf8("{\"logins\":[\"5\"]}")))
                        .build());

        assertThat(town.events("$INVALIDATE")).singleElement().satisfies(payload -> assertThat(
                        payload.path("logins").toString())
                .isEqualTo("[\"5\"]"));
    }

    @Test
    void placesForGuildsAreKeptSoThatRequestsAtTheSameMomentDoNotPassTheLimitTogether() {
        long bot = town.bot("builder", alice);
        for (int guild = 1; guild <= 10; guild++) {
            assertThat(reserve(bot, guild).hasSuccess()).isTrue();
        }
        assertThat(reserve(bot, 10).hasSuccess()).isTrue();
        assertThat(Town.code(reserve(bot, 11))).isEqualTo(ErrorCode.MAXIMUM_NUMBER_OF_GUILDS_REACHED.number());

        town.clock().advance(Duration.ofSeconds(30));
        assertThat(reserve(bot, 11).hasSuccess()).isTrue();
    }

    private Outcome reserve(long user, long guild) {
        return town.stage()
                .run(Command.newBuilder()
                        .setActor(Keys.user(user))
                        .setInternal(Internal.newBuilder()
                                .setStep("reserveGuild")
                                .setBody(ByteString.copyFromUtf8("{\"guild_id\":\"" + guild + "\",\"made\":true}")))
                        .build());
    }

    private Outcome attach(long user, long of) {
        return town.stage()
                .run(Command.newBuilder()
                        .setActor(Keys.user(user))
                        .setAttach(AttachSessions.newBuilder()
                                .addSessions(Session.newBuilder()
                                        .setRef(SessionRef.newBuilder()
                                                .setGateway("gateway")
                                                .setNumber(1))
                                        .setUserId(of)))
                        .build());
    }

    @Test
    void aBotsSessionsAreCountedForADay() {
        long bot = town.bot("Robot", alice);
        assertThat(starts(bot)).isEqualTo(1);
        assertThat(starts(bot)).isEqualTo(2);
        town.clock().advance(Duration.ofHours(25));
        assertThat(starts(bot)).isEqualTo(1);
        assertThat(Town.json(attach(alice, alice)).has("session_starts")).isFalse();
    }

    private long starts(long bot) {
        return Town.json(attach(bot, bot)).path("session_starts").asLong();
    }

    private Outcome leave(long guild, long user) {
        return town.rest(Keys.guild(guild), "leaveGuild", user, Map.of("guild_id", Town.text(guild)), "", "");
    }

    private Outcome call(String operation, long user, long caller, String query, String body) {
        return town.rest(Keys.user(user), operation, caller, Map.of("user_id", Town.text(user)), query, body);
    }

    private static List<String> ids(Outcome outcome) {
        return Town.json(outcome).findValuesAsText("id");
    }
}
