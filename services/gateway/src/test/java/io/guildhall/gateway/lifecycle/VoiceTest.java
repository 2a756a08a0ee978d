package io.guildhall.gateway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.gateway.command.Commands;
import io.guildhall.gateway.fakes.QuietListener;
import io.guildhall.gateway.fakes.QuietMeasures;
import io.guildhall.gateway.fakes.RecordingOutlet;
import io.guildhall.gateway.session.Lane;
import io.guildhall.gateway.session.LaneContext;
import io.guildhall.gateway.session.Lanes;
import io.guildhall.gateway.session.Profile;
import io.guildhall.gateway.session.RecentBytes;
import io.guildhall.gateway.session.Session;
import io.guildhall.gateway.session.SessionLimits;
import io.guildhall.gateway.session.SessionState;
import io.guildhall.gateway.wire.Dispatch;
import io.guildhall.identity.voice.VoiceTokens;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.AttachSessions;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Failure;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.UpdateVoiceState;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session's gateway knows where the session is in voice, and asks until an owner has heard of it. */
class VoiceTest {
    private static final long GUILD = 7;
    private static final long USER = 5;
    private static final Outcome UNKNOWN = Outcome.newBuilder()
            .setFailure(Failure.newBuilder()
                    .setStatus(ErrorCode.UNKNOWN_VOICE_STATE.status())
                    .setCode(ErrorCode.UNKNOWN_VOICE_STATE.number()))
            .build();

    private final EventLoop loop = new DefaultEventLoop();
    private final Lanes lanes = new Lanes(new LaneContext(
            "node",
            new SessionLimits(100, 1 << 20, 1 << 20, 1 << 16),
            new RecentBytes(1 << 24),
            Clock.systemUTC(),
            new QuietMeasures(),
            new QuietListener()));
    private final ControlEvents controls = new ControlEvents(
            null,
            new VoiceServers(StaticDiscovery.oneProcess("ws://gateway"), new VoiceTokens("secret"), Clock.systemUTC()));
    private final BlockingQueue<Command> asked = new LinkedBlockingQueue<>();
    private final AtomicReference<Uni<Outcome>> answer = new AtomicReference<>();
    private final VoiceRequests requests = new VoiceRequests(this::asked, Duration.ofSeconds(30));
    private Session session;

    @BeforeEach
    void open() throws Exception {
        on(() -> {
            Lane lane = lanes.of(loop);
            session = lanes.open(
                    lane,
                    lanes.nextNumber(lane),
                    "session",
                    new Profile(USER, true, 0, -1, 0, 1, 50, new byte[0]),
                    new RecordingOutlet());
            session.ready(List.of(new Dispatch("READY", "{}".getBytes(StandardCharsets.UTF_8))));
            lane.attach(session, ActorKind.GUILD, GUILD, 1, 1);
        });
    }

    @AfterEach
    void stop() {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    @Test
    void whoComesBackSaysWhereItIsInVoice() throws Exception {
        on(() -> {
            tell("session", 55);
            assertThat(rejoin().getVoiceStatesList()).singleElement().satisfies(state -> {
                assertThat(state.getSession()).isEqualTo(session.reference());
                assertThat(state.getChannelId()).isEqualTo(55);
                assertThat(state.getSelfDeaf()).isTrue();
                assertThat(state.getEpoch()).isEqualTo(3);
            });
        });
    }

    @Test
    void whoLeftOrIsInVoiceByAnotherSessionSaysNothing() throws Exception {
        on(() -> {
            tell("session", 55);
            tell("session", 0);
            assertThat(rejoin().getVoiceStatesList()).isEmpty();
            tell("session", 55);
            tell("other", 56);
            assertThat(rejoin().getVoiceStatesList()).isEmpty();
            tell("session", 55);
            session.lane().leave(session, GUILD);
            assertThat(rejoin().getVoiceStatesList()).isEmpty();
        });
    }

    @Test
    void aSessionThatMovesTakesItAlong() throws Exception {
        on(() -> {
            tell("session", 55);
            SessionState state = SessionState.take(session, session.replay().lastSequence());
            assertThat(state.voices()).containsOnlyKeys(GUILD);
            assertThat(rejoin().getVoiceStatesList()).isEmpty();
        });
    }

    @Test
    void anOwnerThatDoesNotKnowTheSessionYetIsAskedAgain() throws Exception {
        answer.set(Uni.createFrom().item(UNKNOWN));
        on(() -> requests.ask(session, GUILD, request(0)));
        assertThat(next().getVoiceState().getChannelId()).isZero();
        answer.set(Uni.createFrom().item(Outcome.getDefaultInstance()));
        assertThat(next().getVoiceState().getChannelId()).isZero();
        assertThat(asked.poll(1, TimeUnit.SECONDS)).isNull();
    }

    @Test
    void anOwnerThatDidNotAnswerIsAskedAgainForTheLatestOnly() throws Exception {
        answer.set(Uni.createFrom().failure(new IllegalStateException("injected")));
        on(() -> requests.ask(session, GUILD, request(55)));
        next();
        answer.set(Uni.createFrom().item(Outcome.getDefaultInstance()));
        on(() -> requests.ask(session, GUILD, request(0)));
        assertThat(next().getVoiceState().getChannelId()).isZero();
        assertThat(asked.poll(1, TimeUnit.SECONDS)).isNull();
    }

    private Uni<Outcome> asked(SessionRef from, Command command) {
        assertThat(from).isEqualTo(session.reference());
        Uni<Outcome> given = answer.get();
        asked.add(command);
        return given;
    }

    private Command next() throws InterruptedException {
        Command command = asked.poll(10, TimeUnit.SECONDS);
        assertThat(command).as("what the owner is asked").isNotNull();
        return command;
    }

    private UpdateVoiceState request(long channel) {
        return UpdateVoiceState.newBuilder()
                .setSession(session.reference())
                .setChannelId(channel)
                .build();
    }

    private AttachSessions rejoin() {
        return Commands.resume(
                        Commands.guild(GUILD),
                        List.of(session),
                        Position.newBuilder().setEpoch(1).build())
                .getAttach();
    }

    private void tell(String id, long channel) {
        String payload = """
            {"guild_id":"%d","channel_id":"%d","session_id":"%s","self_deaf":true,"epoch":3}\
            """.formatted(GUILD, channel, id);
        controls.handle(session, new Dispatch("$VOICE_STATE", payload.getBytes(StandardCharsets.UTF_8)));
    }

    private void on(Runnable task) throws Exception {
        loop.submit(task).get(10, TimeUnit.SECONDS);
    }
}
