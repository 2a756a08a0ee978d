package io.guildhall.guild.voice;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.guild.state.VoiceStates.InVoice;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.gateway.Intent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.AttachSessions;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.DetachSessions;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.UpdateVoiceState;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A guild's owner dies with what it knew of voice; its sessions tell the next one. */
class ReturningVoiceTest {
    private static final long BOT = 2_000_001;
    private static final long FORMER = 0;
    private static final long CURRENT = 1;

    private final TestGuild guild = new TestGuild();
    private final long voice = Snowflake.parse(guild.run(Calls.of("createChannel", OWNER)
                    .path("guild_id", guild.id())
                    .body("{\"name\":\"voice\",\"type\":2}"))
            .get("id")
            .asText());

    @BeforeEach
    void join() {
        guild.join(BOT, "bot");
    }

    @Test
    void whoWasInVoiceIsThereAgainAsItWas() {
        attach(1, told(FORMER));
        assertThat(guild.state().voice().find(BOT))
                .contains(new InVoice(BOT, voice, ref(1), "session", false, true, true, 5L));
        assertThat(channels(guild.takeEvents())).containsExactly(Snowflake.format(voice));
    }

    @Test
    void whoLeavesAfterwardsIsGoneForEverybody() {
        attach(1, told(FORMER));
        guild.takeEvents();
        guild.run(Command.newBuilder().setVoiceState(asked(0)));
        List<Event> left = guild.takeEvents();
        assertThat(left).extracting(Event::getName).startsWith("VOICE_STATE_UPDATE");
        assertThat(left.getFirst().getOnlyUsersList()).isEmpty();
        assertThat(payload(left.getFirst()).get("channel_id").isNull()).isTrue();
    }

    @Test
    void whatThisOwnerToldItKnowsBetter() {
        attach(1, told(CURRENT));
        assertThat(guild.state().voice().find(BOT)).isEmpty();
        assertThat(channels(guild.takeEvents())).isEmpty();
    }

    @Test
    void whoIsInVoiceAlreadyStaysThere() {
        attach(1);
        guild.run(Command.newBuilder().setVoiceState(asked(voice)));
        guild.takeEvents();
        attach(
                2,
                told(FORMER).toBuilder()
                        .setSession(ref(2))
                        .setSessionId("other")
                        .build());
        assertThat(guild.state().voice().find(BOT).orElseThrow().session()).isEqualTo(ref(1));
        List<Event> events = guild.takeEvents();
        assertThat(channels(events)).isEmpty();
        assertThat(events)
                .as("so that the other session does not say it again to the next owner")
                .filteredOn(event -> event.getName().equals("$VOICE_STATE"))
                .extracting(event -> payload(event).get("session_id").asText())
                .containsExactly("session");
    }

    @Test
    void aSessionThatGoesOnAtAnotherGatewayStaysInVoiceWhenItsFirstGatewayEndsIt() {
        attach(1);
        guild.run(Command.newBuilder().setVoiceState(asked(voice)));
        attach(2, told(CURRENT).toBuilder().setSession(ref(2)).build());
        guild.takeEvents();
        detach(1);
        assertThat(guild.state().voice().find(BOT).orElseThrow().session()).isEqualTo(ref(2));
        assertThat(channels(guild.takeEvents())).isEmpty();
    }

    @Test
    void ofASessionThatEndsBeforeItCameBackItIsToldThatItLeft() {
        detach(1, told(FORMER));
        List<Event> events = guild.takeEvents();
        assertThat(events.getFirst().getChannelId()).isEqualTo(voice);
        assertThat(channels(events)).containsExactly((String) null);
    }

    @Test
    void whoIsNoMemberAnyMoreOrWasInAChannelThatIsGoneComesBackWithoutIt() {
        attach(1, told(FORMER).toBuilder().setChannelId(guild.channel("text")).build());
        assertThat(guild.state().voice().all()).isEmpty();
        detach(1, told(FORMER).toBuilder().setUserId(BOT + 1).build());
        assertThat(channels(guild.takeEvents())).isEmpty();
    }

    @Test
    void whatIsAskedBeforeTheSessionCameBackIsRefusedSoThatItIsAskedAgain() {
        assertThatThrownBy(() -> guild.run(Command.newBuilder().setVoiceState(asked(0))))
                .isInstanceOfSatisfying(ApiException.class, refused -> assertThat(refused.code())
                        .isEqualTo(10065));
    }

    @Test
    void gatewaysAreToldOfEveryChangeWhateverIntentsTheirSessionsHave() {
        attach(1);
        guild.takeEvents();
        guild.run(Command.newBuilder().setVoiceState(asked(voice)));
        guild.run(Command.newBuilder().setVoiceState(asked(0)));
        List<Event> told = guild.takeEvents().stream()
                .filter(event -> event.getName().equals("$VOICE_STATE"))
                .toList();
        assertThat(told).allSatisfy(event -> {
            assertThat(event.getOnlyUsersList()).containsExactly(BOT);
            assertThat(event.getIntents()).isZero();
        });
        assertThat(told)
                .extracting(event -> payload(event).get("channel_id").asLong())
                .containsExactly(voice, 0L);
        assertThat(payload(told.getFirst()).get("session_id").asText()).isEqualTo("session");
        assertThat(payload(told.getFirst()).get("epoch").asLong()).isEqualTo(CURRENT);
    }

    private void attach(long number, UpdateVoiceState... states) {
        guild.tickets(Command.newBuilder()
                .setAttach(AttachSessions.newBuilder()
                        .addSessions(Session.newBuilder()
                                .setRef(ref(number))
                                .setUserId(BOT)
                                .setBot(true)
                                .setIntents(Intent.GUILD_MESSAGES.bit()))
                        .addAllVoiceStates(List.of(states))));
    }

    private void detach(long number, UpdateVoiceState... states) {
        guild.run(Command.newBuilder()
                .setDetach(DetachSessions.newBuilder().addSessions(ref(number)).addAllVoiceStates(List.of(states))));
    }

    private UpdateVoiceState told(long epoch) {
        return asked(voice).toBuilder()
                .setSelfDeaf(true)
                .setSuppressed(true)
                .setRequestedAt(5)
                .setEpoch(epoch)
                .build();
    }

    private static UpdateVoiceState asked(long channel) {
        return UpdateVoiceState.newBuilder()
                .setSession(ref(1))
                .setUserId(BOT)
                .setSessionId("session")
                .setChannelId(channel)
                .build();
    }

    private static SessionRef ref(long number) {
        return SessionRef.newBuilder().setGateway("node").setNumber(number).build();
    }

    private static List<String> channels(List<Event> events) {
        return events.stream()
                .filter(event -> event.getName().equals("VOICE_STATE_UPDATE"))
                .map(event -> payload(event).get("channel_id").textValue())
                .toList();
    }

    private static JsonNode payload(Event event) {
        return Json.parse(event.getPayload());
    }
}
