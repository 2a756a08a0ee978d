package io.guildhall.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.gateway.fakes.QuietListener;
import io.guildhall.gateway.fakes.QuietMeasures;
import io.guildhall.gateway.fakes.RecordingOutlet;
import io.guildhall.gateway.wire.Dispatch;
import io.guildhall.model.rpc.ActorKind;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HoldingsTest {
    private static final long GUILD = 7;
    private static final long OTHER = 8;

    private final EventLoop loop = new DefaultEventLoop();
    private final Lanes lanes = new Lanes(new LaneContext(
            "node",
            new SessionLimits(100, 1 << 24, 1 << 24, 1 << 16),
            new RecentBytes(1 << 24),
            Clock.systemUTC(),
            new QuietMeasures(),
            new QuietListener()));
    private final Lane lane = lanes.of(loop);
    private Session session;
    private long sequence;

    @BeforeEach
    void open() throws Exception {
        on(() -> {
            long number = lanes.nextNumber(lane);
            session = lanes.open(
                    lane,
                    number,
                    "id-" + number,
                    new Profile(1, false, 0, 0, 0, 1, 50, new byte[0]),
                    new RecordingOutlet());
            lane.attach(session, ActorKind.GUILD, GUILD, 0, 0);
            lane.attach(session, ActorKind.GUILD, OTHER, 0, 0);
            session.ready(List.of(new Dispatch("READY", new byte[0])));
        });
    }

    @AfterEach
    void stop() {
        loop.shutdownGracefully();
    }

    @Test
    void whatHappensInTheGuildFollowsTheAnswerAndWhatHappensElsewhereDoesNotWait() throws Exception {
        on(() -> {
            Holding holding = Holdings.begin(session, GUILD).orElseThrow();
            happens(GUILD, "FIRST");
            happens(OTHER, "ELSEWHERE");
            happens(GUILD, "SECOND");
            session.dispatch(dispatch("ANSWER"));
            Holdings.end(session, holding);
            happens(GUILD, "THIRD");
            Holdings.end(session, holding);
        });
        assertThat(received()).containsExactly("READY", "ELSEWHERE", "ANSWER", "FIRST", "SECOND", "THIRD");
    }

    @Test
    void whatWaitsForTwoAnswersFollowsTheLast() throws Exception {
        on(() -> {
            Holding one = Holdings.begin(session, GUILD).orElseThrow();
            happens(GUILD, "FIRST");
            Holding two = Holdings.begin(session, GUILD).orElseThrow();
            happens(GUILD, "SECOND");
            Holdings.end(session, one);
            happens(GUILD, "THIRD");
            session.dispatch(dispatch("ANSWER"));
            Holdings.end(session, two);
        });
        assertThat(received()).containsExactly("READY", "ANSWER", "FIRST", "SECOND", "THIRD");
    }

    @Test
    void whenMoreHappensThanFitsAllOfItFollowsAtOnce() throws Exception {
        Holding[] holding = new Holding[1];
        on(() -> {
            holding[0] = Holdings.begin(session, GUILD).orElseThrow();
            happens(GUILD, "FIRST");
            happens(GUILD, "LARGE", (int) Holding.MAX_HELD_BYTES);
            happens(GUILD, "THIRD");
        });
        assertThat(received()).containsExactly("READY", "FIRST", "LARGE", "THIRD");
        assertThat(holding[0].givenUp()).isTrue();
    }

    @Test
    void whoLeavesTheGuildHasAllThatHappenedInIt() throws Exception {
        Holding[] holding = new Holding[1];
        on(() -> {
            holding[0] = Holdings.begin(session, GUILD).orElseThrow();
            happens(GUILD, "FIRST");
            lane.leave(session, GUILD);
        });
        assertThat(received()).containsExactly("READY", "FIRST");
        assertThat(holding[0].givenUp()).isTrue();
        on(() -> assertThat(Holdings.begin(session, GUILD)).isEmpty());
    }

    private void happens(long guild, String name) {
        happens(guild, name, 2);
    }

    private void happens(long guild, String name, int bytes) {
        LaneFrame frame = new LaneFrame(lane, false);
        Dispatch dispatch = new Dispatch(name, new byte[bytes]);
        frame.add(new LaneEvent(guild, 0, 1, ++sequence, dispatch, false, new long[] {session.number()}));
        frame.deliver();
    }

    private static Dispatch dispatch(String name) {
        return new Dispatch(name, "{}".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void aSessionThatAwaitsNothingKeepsNothingForIt() throws Exception {
        on(() -> {
            assertThat(session.holdings()).isNull();
            Holding holding = Holdings.begin(session, GUILD).orElseThrow();
            assertThat(session.holdings()).isNotNull();
            Holdings.end(session, holding);
            assertThat(session.holdings()).isNull();
            Holdings.giveUpAll(session);
            lane.leave(session, OTHER);
            assertThat(session.holdings()).isNull();
            assertThat(Holdings.begin(session, GUILD)).isPresent();
            lane.leave(session, GUILD);
            assertThat(session.holdings()).isNull();
        });
    }

    @Test
    void ofTooManyAnswersTheOldestIsGivenUpAndWhatHappensIsNotLost() throws Exception {
        on(() -> {
            Holding oldest = Holdings.begin(session, OTHER).orElseThrow();
            happens(OTHER, "WAITS");
            for (int more = 0; more < Holdings.MOST; more++) {
                assertThat(Holdings.begin(session, GUILD)).isPresent();
            }
            assertThat(oldest.givenUp()).isTrue();
        });
        assertThat(received()).containsExactly("READY", "WAITS");
    }

    private List<String> received() throws Exception {
        List<String> names = new ArrayList<>();
        on(() -> {
            for (long number = 1; number <= session.replay().lastSequence(); number++) {
                names.add(session.replay().get(number).name());
            }
        });
        return names;
    }

    private void on(Runnable task) throws Exception {
        loop.submit(task).get();
    }
}
