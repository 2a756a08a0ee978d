package io.guildhall.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.gateway.fakes.QuietListener;
import io.guildhall.gateway.fakes.QuietMeasures;
import io.guildhall.gateway.fakes.RecordingOutlet;
import io.guildhall.gateway.wire.Dispatch;
import io.guildhall.model.gateway.CloseCode;
import io.guildhall.model.rpc.ActorKind;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LaneTest {
    private static final long GUILD = 7;

    private final EventLoop loop = new DefaultEventLoop();
    private final List<Long> ended = new CopyOnWriteArrayList<>();
    private final List<String> failingControls = new CopyOnWriteArrayList<>();
    private final Lanes lanes = new Lanes(new LaneContext(
            "node",
            new SessionLimits(100, 1 << 20, 1 << 20, 1 << 16),
            new RecentBytes(1 << 24),
            Clock.systemUTC(),
            new QuietMeasures(),
            new QuietListener() {
                @Override
                public void ended(Session session) {
                    ended.add(session.number());
                }

                @Override
                public void control(Session session, Dispatch event) {
                    failingControls.add(event.name());
                    throw new IllegalStateException("injected");
                }
            }));
    private final Lane lane = lanes.of(loop);

    @AfterEach
    void stop() {
        loop.shutdownGracefully();
    }

    static List<Throwable> failures() {
        return List.of(new IllegalStateException("injected"), new StackOverflowError(), new AssertionError("injected"));
    }

    private Session open(RecordingOutlet outlet) throws Exception {
        return loop.submit(() -> {
                    long number = lanes.nextNumber(lane);
                    Session session = lanes.open(
                            lane, number, "id-" + number, new Profile(1, true, 0, 0, 0, 1, 50, new byte[0]), outlet);
                    lane.attach(session, ActorKind.GUILD, GUILD, 0, 0);
                    session.ready(List.of(event("READY")));
                    return session;
                })
                .get();
    }

    private static Dispatch event(String name) {
        return new Dispatch(name, "{}".getBytes(StandardCharsets.US_ASCII));
    }

    private void settle() throws Exception {
        // What is written at the end of a turn is written by the second.
        loop.submit(() -> {}).get();
        loop.submit(() -> {}).get();
    }

    private LaneFrame frame(long sequence, String name, Session... sessions) {
        return frame(false, sequence, name, sessions);
    }

    private LaneFrame frame(boolean backlog, long sequence, String name, Session... sessions) {
        LaneFrame frame = new LaneFrame(lane, backlog);
        long[] numbers = new long[sessions.length];
        for (int index = 0; index < numbers.length; index++) {
            numbers[index] = sessions[index].number();
        }
        frame.add(new LaneEvent(GUILD, 0, 1, sequence, event(name), name.startsWith("$"), numbers));
        return frame;
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aSessionThatCanNotBeWrittenToEndsAndItsNeighboursGoOn(Throwable failure) throws Exception {
        List<RecordingOutlet> outlets = new ArrayList<>();
        List<Session> sessions = new ArrayList<>();
        for (int count = 0; count < 5; count++) {
            outlets.add(new RecordingOutlet());
            sessions.add(open(outlets.get(count)));
        }
        settle();
        outlets.get(2).failWith(failure);
        Session[] all = sessions.toArray(Session[]::new);
        for (int sequence = 1; sequence <= 3; sequence++) {
            LaneFrame frame = frame(sequence, "MESSAGE_CREATE", all);
            loop.submit(frame::deliver).get();
            settle();
        }
        for (int index = 0; index < 5; index++) {
            assertThat(outlets.get(index).writes()).isEqualTo(index == 2 ? 1 : 4);
        }
        assertThat(ended).containsExactly(sessions.get(2).number());
        assertThat(outlets.get(2).closedWith()).isEqualTo(CloseCode.UNKNOWN_ERROR);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aTaskThatFailsEndsItsSessionAndTheLaneGoesOn(Throwable failure) throws Exception {
        RecordingOutlet outlet = new RecordingOutlet();
        Session failing = open(new RecordingOutlet());
        Session other = open(outlet);
        failing.run(() -> sneak(failure));
        lane.runLater(() -> sneak(failure));
        settle();
        loop.submit(frame(1, "MESSAGE_CREATE", failing, other)::deliver).get();
        settle();
        assertThat(ended).containsExactly(failing.number());
        assertThat(outlet.writes()).isEqualTo(2);
    }

    /** Its relay may give the node up before the rest of what the session missed is there. */
    @Test
    void aSessionThatGetsWhatItMissedDoesNotStandWhereItsNeighboursStand() throws Exception {
        Session session = open(new RecordingOutlet());
        Session neighbour = open(new RecordingOutlet());
        List<LaneFrame> frames = List.of(
                frame(1, "MESSAGE_CREATE", session, neighbour),
                frame(true, 2, "MESSAGE_CREATE", neighbour),
                frame(true, 5, "MESSAGE_CREATE", neighbour),
                frame(6, "MESSAGE_CREATE", neighbour),
                frame(true, 2, "MESSAGE_CREATE", session));
        loop.submit(() -> {
                    frames.getFirst().deliver();
                    Rejoining.fix(lane.sessions());
                    frames.subList(1, frames.size()).forEach(LaneFrame::deliver);
                })
                .get();
        assertThat(stand(session)).isEqualTo(2);
        loop.submit(frame(9, "MESSAGE_CREATE", session)::deliver).get();
        assertThat(stand(neighbour)).isEqualTo(9);
    }

    private long stand(Session session) throws Exception {
        return loop.submit(() -> Rejoining.collect(List.of(session), actor -> true)
                        .getFirst()
                        .after())
                .get()
                .getSequence();
    }

    @Test
    void anEventThatCanNotBeTakenEndsOnlyTheSessionConcerned() throws Exception {
        RecordingOutlet outlet = new RecordingOutlet();
        Session session = open(new RecordingOutlet());
        Session other = open(outlet);
        LaneFrame frame = frame(1, "$BROKEN", session);
        frame.add(new LaneEvent(GUILD, 0, 1, 1, event("MESSAGE_CREATE"), false, new long[] {other.number()}));
        loop.submit(frame::deliver).get();
        settle();
        assertThat(failingControls).containsExactly("$BROKEN");
        assertThat(ended).containsExactly(session.number());
        assertThat(outlet.writes()).isEqualTo(2);
    }

    @Test
    void anIdleSessionLetsGoOfWhatItsClientSaidItHasAHeartbeatAgo() throws Exception {
        Session session = open(new RecordingOutlet());
        for (int sequence = 1; sequence <= 90; sequence++) {
            loop.submit(frame(sequence, "MESSAGE_CREATE", session)::deliver).get();
        }
        settle();
        loop.submit(() -> session.received(90)).get();
        assertThat(session.replay().count()).isEqualTo(91);
        assertThat(session.replay().canReplayFrom(0)).isTrue();
        loop.submit(() -> session.received(91)).get();
        assertThat(session.replay().count()).isEqualTo(1);
        loop.submit(() -> session.received(91)).get();
        assertThat(session.replay().weight()).isZero();
        assertThat(session.replay().canReplayFrom(91)).isTrue();
        assertThat(session.replay().canReplayFrom(90)).isFalse();
        loop.submit(frame(91, "MESSAGE_CREATE", session)::deliver).get();
        assertThat(session.replay().lastSequence()).isEqualTo(92);
    }

    @SuppressWarnings("unchecked")
    @Test
    void whatWaitsForReadyIsBoundedInBytes() throws Exception {
        RecordingOutlet outlet = new RecordingOutlet();
        loop.submit(() -> {
                    Session session = lanes.open(
                            lane,
                            lanes.nextNumber(lane),
                            "waits",
                            new Profile(1, true, 0, 0, 0, 1, 50, new byte[0]),
                            outlet);
                    Dispatch half = new Dispatch("MESSAGE_CREATE", new byte[(1 << 19) - 1_000]);
                    session.receive(half);
                    session.receive(half);
                    assertThat(ended).isEmpty();
                    assertThat(session.heldBytes()).isGreaterThan(1_000_000);
                    session.receive(half);
                    assertThat(ended).containsExactly(session.number());
                    assertThat(session.heldBytes()).isZero();
                })
                .get();
        assertThat(outlet.closedWith()).isEqualTo(CloseCode.UNKNOWN_ERROR);
    }

    private static <T extends Throwable> void sneak(Throwable failure) throws T {
        throw (T) failure;
    }
}
