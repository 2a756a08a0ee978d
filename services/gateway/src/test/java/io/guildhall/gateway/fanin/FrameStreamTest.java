package io.guildhall.gateway.fanin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
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
import io.guildhall.gateway.wire.Dispatch;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Delivery;
import io.guildhall.model.rpc.GatewayAck;
import io.guildhall.model.rpc.Greeting;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.RelayFrame;
import io.guildhall.observability.trace.Traces;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which frames of a relay are delivered when it has begun anew in between. */
class FrameStreamTest {
    private static final long GUILD = 7;

    private final EventLoop loop = new DefaultEventLoop();
    private final Lanes lanes = new Lanes(new LaneContext(
            "node",
            new SessionLimits(100, 1 << 20, 1 << 20, 1 << 16),
            new RecentBytes(1 << 24),
            Clock.systemUTC(),
            new QuietMeasures(),
            new QuietListener()));
    private final Lane lane = lanes.of(loop);
    private final List<Greeting> greetings = new CopyOnWriteArrayList<>();
    private final FrameRouter router = new FrameRouter(lanes, greetings::add, Traces.off(), nanos -> {});
    private final RecordingOutlet outlet = new RecordingOutlet();
    private Session session;

    /** One stream of a relay. */
    private final class Stream {
        private final UnicastProcessor<RelayFrame> frames = UnicastProcessor.create();
        private final List<GatewayAck> acknowledgements = new CopyOnWriteArrayList<>();
        private volatile Throwable failure;

        Stream(String relay, long line) {
            FrameStream.acknowledge(frames, router)
                    .subscribe()
                    .with(acknowledgements::add, failed -> failure = failed, () -> {});
            frames.onNext(RelayFrame.newBuilder()
                    .setGreeting(Greeting.newBuilder().setRelay(relay).setLine(line))
                    .build());
        }

        void event(long number) {
            frames.onNext(RelayFrame.newBuilder()
                    .setNumber(number)
                    .setActor(ActorKey.newBuilder().setKind(ActorKind.GUILD).setId(GUILD))
                    .setPosition(Position.newBuilder().setEpoch(1).setSequence(number))
                    .setName("MESSAGE_CREATE")
                    .addDeliveries(Delivery.newBuilder()
                            .setPayload(ByteString.copyFromUtf8("{}"))
                            .addSessions(session.number()))
                    .build());
        }
    }

    @BeforeEach
    void connect() throws Exception {
        session = loop.submit(() -> {
                    long number = lanes.nextNumber(lane);
                    Session opened = lanes.open(
                            lane, number, "id-" + number, new Profile(1, true, 0, 0, 0, 1, 50, new byte[0]), outlet);
                    lane.attach(opened, ActorKind.GUILD, GUILD, 0, 0);
                    opened.ready(List.of(new Dispatch("READY", "{}".getBytes(StandardCharsets.US_ASCII))));
                    return opened;
                })
                .get();
    }

    @AfterEach
    void stop() {
        loop.shutdownGracefully();
    }

    @Test
    void aStreamOfAnOlderLineIsEndedAndNothingMoreOfItIsDelivered() throws Exception {
        Stream old = new Stream("one", 1);
        old.event(1);
        settle();
        Stream next = new Stream("one", 2);

        old.event(2);
        settle();

        assertThat(received()).isEqualTo(1);
        assertThat(old.failure).isNotNull();
        assertThat(next.failure).isNull();
        next.event(2);
        settle();
        assertThat(received()).isEqualTo(2);
        assertThat(next.acknowledgements).extracting(GatewayAck::getNumber).containsExactly(0L, 2L);
    }

    @Test
    void whatWaitsForItsLaneIsLeftOutWhenALaterLineBegins() throws Exception {
        Stream old = new Stream("one", 1);
        CountDownLatch busy = new CountDownLatch(1);
        loop.execute(() -> {
            try {
                busy.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        old.event(1);
        new Stream("one", 2);
        busy.countDown();
        settle();

        assertThat(received()).isZero();
    }

    @Test
    void aGreetingThatComesBehindALaterOneIsNotHeeded() throws Exception {
        new Stream("one", 2);
        Stream late = new Stream("one", 1);
        late.event(1);
        settle();

        assertThat(late.failure).isNotNull();
        assertThat(received()).isZero();
        assertThat(greetings).extracting(Greeting::getLine).containsExactly(2L);
    }

    @Test
    void streamsOfOneLineAndThoseOfOtherRelaysGoOn() throws Exception {
        Stream broken = new Stream("one", 2);
        broken.event(1);
        Stream again = new Stream("one", 2);
        Stream other = new Stream("two", 1);
        again.event(2);
        other.event(3);
        settle();

        assertThat(received()).isEqualTo(3);
        assertThat(List.of(broken, again, other)).allMatch(stream -> stream.failure == null);
    }

    @Test
    void aRelayOfWhichNoStreamIsLeftBeginsWithAnyLine() throws Exception {
        Stream before = new Stream("one", 9);
        before.frames.onError(new IllegalStateException("the relay died"));

        Stream next = new Stream("one", 1);
        next.event(1);
        settle();

        assertThat(received()).isEqualTo(1);
        assertThat(next.failure).isNull();
    }

    private long received() {
        return String.join("", outlet.written()).split("MESSAGE_CREATE", -1).length - 1L;
    }

    private void settle() throws Exception {
        loop.submit(() -> {}).get();
        loop.submit(() -> {}).get();
    }
}
