package io.guildhall.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.gateway.fakes.QuietListener;
import io.guildhall.gateway.fakes.QuietMeasures;
import io.guildhall.gateway.fakes.RecordingOutlet;
import io.guildhall.gateway.wire.Dispatch;
import io.guildhall.model.gateway.CloseCode;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Position;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What all sessions of a node hold together. */
class RecentBytesTest {
    private static final long GUILD = 7;
    private static final int MOST = 20_000;
    private static final int EVENT = 1_000;

    private final EventLoop loop = new DefaultEventLoop();
    private final List<Long> ended = new ArrayList<>();
    private final Lanes lanes = new Lanes(new LaneContext(
            "node",
            new SessionLimits(100, 1 << 24, 1 << 24, 1 << 16),
            new RecentBytes(MOST),
            Clock.systemUTC(),
            new QuietMeasures(),
            new QuietListener() {
                @Override
                public void ended(Session session) {
                    ended.add(session.number());
                }
            }));
    private final Lane lane = lanes.of(loop);
    private final RecordingOutlet outlet = new RecordingOutlet();
    private final RecordingOutlet otherOutlet = new RecordingOutlet();
    private long sequence;

    @AfterEach
    void stop() {
        loop.shutdownGracefully();
    }

    @Test
    void anEventThatAllShareCountsOnce() throws Exception {
        List<Session> sessions = new ArrayList<>();
        on(() -> {
            for (int count = 0; count < 100; count++) {
                sessions.add(open(new RecordingOutlet()));
            }
            happen(10, sessions);
        });
        on(lane::forgetPassed);
        // READY of the first went as a hundred of them came.
        assertThat(sessions).allSatisfy(session -> assertThat(session.replay().canReplayFrom(1))
                .isTrue());
    }

    @Test
    void anIdleSessionLetsGoOfWhatItWasSentWhenOthersGetMuch() throws Exception {
        List<Session> sessions = openTwo();
        on(() -> happen(3, sessions));
        happenMuch(sessions.getLast());
        assertThat(sessions.getFirst().replay().canReplayFrom(0)).isTrue();
        on(lane::forgetPassed);
        assertThat(sessions.getFirst().heldBytes()).isZero();
        assertThat(sessions.getFirst().replay().canReplayFrom(4)).isTrue();
        assertThat(outlet.closedWith()).isNull();
        assertThat(distinctBytes(sessions))
                .isLessThanOrEqualTo(MOST + event().weight())
                .isGreaterThan(MOST / 2);
    }

    @Test
    void whoDoesNotReadWhileTheOthersGetMuchIsCutAndCanNotResume() throws Exception {
        List<Session> sessions = openTwo();
        on(() -> {});
        outlet.writable(false);
        on(() -> happen(3, sessions));
        happenMuch(sessions.getLast());
        assertThat(outlet.closedWith()).isNull();
        on(lane::forgetPassed);
        assertThat(outlet.closedWith()).isEqualTo(CloseCode.UNKNOWN_ERROR);
        assertThat(otherOutlet.closedWith()).isNull();
        assertThat(sessions.getFirst().replay().canReplayFrom(1)).isFalse();
        assertThat(sessions.getFirst().heldBytes()).isZero();
    }

    @Test
    void aSessionWithoutConnectionKeepsNoMoreThanTheNodeDoes() throws Exception {
        List<Session> sessions = openTwo();
        on(() -> {
            sessions.getFirst().disconnect();
            happen(90, List.of(sessions.getFirst()));
        });
        assertThat(distinctBytes(sessions)).isLessThanOrEqualTo(MOST + event().weight());
        assertThat(sessions.getFirst().replay().canReplayFrom(1)).isFalse();
        assertThat(sessions.getFirst()
                        .replay()
                        .canReplayFrom(sessions.getFirst().replay().lastSequence() - 5))
                .isTrue();
    }

    @Test
    void aGuildThatIsBeingJoinedIsAskedForAnewWhenWhatWaitsForItHasPassed() throws Exception {
        List<Session> sessions = openTwo();
        Joining[] joining = new Joining[1];
        on(() -> {
            joining[0] = sessions.getFirst().beginJoining(GUILD);
            happen(1, sessions);
        });
        happenMuch(sessions.getLast());
        on(() -> happen(1, sessions));
        assertThat(joining[0].takeStale()).isTrue();
        on(() -> sessions.getFirst().finishJoining(joining[0], Position.getDefaultInstance()));
        assertThat(distinctBytes(sessions)).isLessThanOrEqualTo(MOST + event().weight());
    }

    @Test
    void whatWaitsForAnAnswerFollowsAtOnceWhenItHasPassed() throws Exception {
        List<Session> sessions = openTwo();
        Holding[] holding = new Holding[1];
        on(() -> {
            holding[0] = Holdings.begin(sessions.getFirst(), GUILD).orElseThrow();
            happen(1, sessions);
        });
        happenMuch(sessions.getLast());
        assertThat(holding[0].givenUp()).isFalse();
        on(() -> happen(1, sessions));
        assertThat(holding[0].givenUp()).isTrue();
        assertThat(outlet.written().toString()).contains("\"s\":2").contains("\"s\":3");
    }

    @Test
    void aSessionForWhoseReadyTooMuchWaitsIsOver() throws Exception {
        List<Session> sessions = new ArrayList<>();
        on(() -> {
            sessions.add(add(outlet));
            sessions.add(open(otherOutlet));
            happen(1, sessions);
        });
        happenMuch(sessions.getLast());
        assertThat(ended).isEmpty();
        on(() -> happen(1, sessions));
        assertThat(ended).containsExactly(sessions.getFirst().number());
        assertThat(sessions.getFirst().heldBytes()).isZero();
    }

    private List<Session> openTwo() throws Exception {
        List<Session> sessions = new ArrayList<>();
        on(() -> {
            sessions.add(open(outlet));
            sessions.add(open(otherOutlet));
        });
        return sessions;
    }

    private Session open(RecordingOutlet to) {
        Session session = add(to);
        session.ready(List.of(new Dispatch("READY", new byte[0])));
        return session;
    }

    private Session add(RecordingOutlet to) {
        long number = lanes.nextNumber(lane);
        Session session =
                lanes.open(lane, number, "id-" + number, new Profile(1, false, 0, 0, 0, 1, 50, new byte[0]), to);
        lane.attach(session, ActorKind.GUILD, GUILD, 0, 0);
        return session;
    }

    /** So many events, each shared by these sessions. */
    private void happen(int count, List<Session> sessions) {
        for (int event = 0; event < count; event++) {
            sequence++;
            LaneFrame frame = new LaneFrame(lane, false);
            long[] numbers = sessions.stream().mapToLong(Session::number).toArray();
            frame.add(new LaneEvent(GUILD, 0, 1, sequence, event(), false, numbers));
            frame.deliver();
        }
    }

    /** More than all sessions may hold together, a little at each turn of the lane. */
    private void happenMuch(Session session) throws Exception {
        for (int turn = 0; turn < 5; turn++) {
            on(() -> happen(MOST / EVENT / 5, List.of(session)));
        }
    }

    private static Dispatch event() {
        return new Dispatch("MESSAGE_CREATE", new byte[EVENT]);
    }

    /** What these sessions keep alive, each event once. */
    private static long distinctBytes(List<Session> sessions) {
        Set<Dispatch> held = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Session session : sessions) {
            for (long at = session.replay().firstSequence();
                    at <= session.replay().lastSequence();
                    at++) {
                held.add(session.replay().get(at));
            }
        }
        return held.stream().mapToLong(Dispatch::weight).sum();
    }

    /** On the lane, until what is written at the end of its turn is written. */
    private void on(Runnable task) throws Exception {
        loop.submit(task).get();
        loop.submit(() -> {}).get();
    }
}
