package io.guildhall.guild.state;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.guild.channel.GuildPlace;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.operation.catalogue.Operations;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.AttachSessions;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.UpdateVoiceState;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationLevelTest {
    private static final int TOO_HIGH = 50009;
    private static final long GUEST = 2_000_001;
    private static final long SPEAKING = Permission.of(
            Permission.SEND_MESSAGES,
            Permission.SEND_MESSAGES_IN_THREADS,
            Permission.CREATE_PUBLIC_THREADS,
            Permission.CREATE_PRIVATE_THREADS,
            Permission.ADD_REACTIONS,
            Permission.CONNECT);

    private final TestGuild guild = new TestGuild();
    private final long talk = guild.channel("talk");

    /** What every operation in a channel is checked with before its handler runs. */
    static Stream<Operation> waysOfSpeaking() {
        return Operations.all().stream()
                .filter(operation -> operation.scope() == Scope.CHANNEL)
                .filter(operation -> (operation.permissions() & SPEAKING) != 0);
    }

    @ParameterizedTest
    @MethodSource("waysOfSpeaking")
    void whoHasJustComeSaysNothingAnyWay(Operation operation) {
        guild.join(GUEST, "guest");
        everybody(Permission.ALL & ~Permission.ADMINISTRATOR.mask());
        GuildState state = guild.state();
        state.permissions().require(state.member(GUEST), state.channel(talk), operation.permissions());
        level(3);
        assertThatThrownBy(() ->
                        state.permissions().require(state.member(GUEST), state.channel(talk), operation.permissions()))
                .isInstanceOfSatisfying(ApiException.class, refused -> assertThat(refused.code())
                        .isEqualTo(TOO_HIGH));
    }

    @Test
    void theseAreTheWays() {
        assertThat(waysOfSpeaking().map(Operation::name))
                .contains("createMessage", "createThreadFromMessage", "triggerTyping", "crosspostMessage", "sendSound");
    }

    @ParameterizedTest
    @EnumSource(names = {"ADD_REACTIONS", "SEND_MESSAGES", "CREATE_PUBLIC_THREADS"})
    void whatHandlersAskInAPlaceIsOneOfThem(Permission permission) {
        guild.join(GUEST, "guest");
        level(3);
        assertThatThrownBy(() -> new GuildPlace(guild.state(), talk).require(GUEST, permission))
                .isInstanceOfSatisfying(ApiException.class, refused -> assertThat(refused.code())
                        .isEqualTo(TOO_HIGH));
    }

    @Test
    void threadsAndForumsAreNoWayAround() {
        guild.join(GUEST, "guest");
        String thread = guild.run(
                        Calls.of("createThread", OWNER).path("channel_id", talk).body("{\"name\":\"x\",\"type\":11}"))
                .get("id")
                .asText();
        level(3);
        assertThat(guild.refusal(write(GUEST, thread))).isEqualTo(TOO_HIGH);
        assertThat(guild.refusal(
                        Calls.of("createThread", GUEST).path("channel_id", talk).body("{\"name\":\"x\",\"type\":11}")))
                .isEqualTo(TOO_HIGH);
    }

    @Test
    void nobodyEntersVoiceChannelsAndAllLook() {
        guild.join(GUEST, "guest");
        level(3);
        long room = Snowflake.parse(guild.run(Calls.of("createChannel", OWNER)
                        .path("guild_id", guild.id())
                        .body("{\"name\":\"room\",\"type\":2}"))
                .get("id")
                .asText());
        enter(room);
        assertThat(guild.state().voice().find(GUEST)).isEmpty();
        guild.run(Calls.of("getChannel", GUEST).path("channel_id", room));
        guild.clock().advance(Duration.ofMinutes(10));
        enter(room);
        assertThat(guild.state().voice().find(GUEST)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void tenMinutesAreEnough(int level) {
        guild.join(GUEST, "guest");
        level(level);
        guild.clock().advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(guild.refusal(write(GUEST, talk))).isEqualTo(TOO_HIGH);
        guild.clock().advance(Duration.ofMillis(1));
        guild.run(write(GUEST, talk));
    }

    @Test
    void aMediumLevelAsksForAnAccountOfFiveMinutes() {
        long fresh = Snowflake.lowestAt(guild.clock().millis());
        guild.join(fresh, "fresh");
        guild.join(GUEST, "guest");
        level(2);
        guild.run(write(GUEST, talk));
        assertThat(guild.refusal(write(fresh, talk))).isEqualTo(TOO_HIGH);
        guild.clock().advance(Duration.ofMinutes(5));
        guild.run(write(fresh, talk));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void lowLevelsLetEverybodySpeak(int level) {
        long fresh = Snowflake.lowestAt(guild.clock().millis());
        guild.join(fresh, "fresh");
        level(level);
        guild.run(write(fresh, talk));
    }

    @Test
    void botsAndWhoIsTrustedAreLetBe() {
        guild.joinBot(GUEST, "bot");
        guild.join(GUEST + 1, "trusted", guild.role("trusted", 0, 1));
        guild.join(GUEST + 2, "flagged");
        level(4);
        guild.run(Calls.of("updateMember", OWNER)
                .path("guild_id", guild.id())
                .path("user_id", GUEST + 2)
                .body("{\"flags\":4}"));
        for (long speaker : new long[] {OWNER, GUEST, GUEST + 1, GUEST + 2}) {
            guild.run(write(speaker, talk));
        }
    }

    private void everybody(long permissions) {
        guild.run(Calls.of("updateRole", OWNER)
                .path("guild_id", guild.id())
                .path("role_id", guild.id())
                .body("{\"permissions\":\"" + permissions + "\"}"));
    }

    private void level(int level) {
        guild.run(Calls.of("updateGuild", OWNER)
                .path("guild_id", guild.id())
                .body("{\"verification_level\":" + level + "}"));
    }

    private void enter(long room) {
        SessionRef ref =
                SessionRef.newBuilder().setGateway("gateway").setNumber(1).build();
        guild.tickets(Command.newBuilder()
                .setAttach(AttachSessions.newBuilder()
                        .addSessions(Session.newBuilder().setRef(ref).setUserId(GUEST))));
        guild.run(Command.newBuilder()
                .setVoiceState(UpdateVoiceState.newBuilder()
                        .setSession(ref)
                        .setUserId(GUEST)
                        .setSessionId("session")
                        .setChannelId(room)));
    }

    private static Calls write(long by, Object channel) {
        return Calls.of("createMessage", by).path("channel_id", channel).body("{\"content\":\"x\"}");
    }
}
