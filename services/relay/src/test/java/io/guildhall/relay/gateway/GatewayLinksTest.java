package io.guildhall.relay.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.event.WindowSize;
import io.guildhall.model.rpc.Delivery;
import io.guildhall.model.rpc.RelayFrame;
import io.guildhall.relay.FakeGateway;
import io.guildhall.relay.config.RelayConfig;
import io.guildhall.testing.ManualClock;
import io.guildhall.testing.Settings;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a gateway node receives around the moment at which it is given up, one step of the relay at a time. */
class GatewayLinksTest {
    private static final long SESSION = 7;

    private final ManualClock clock = new ManualClock();
    private final FakeGateway gateway = new FakeGateway();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final List<String> dropped = new ArrayList<>();
    private final Leased discovery = new Leased();
    private Runnable whileDropping = () -> {};
    private final GatewayLinks links = new GatewayLinks(
            Settings.of(RelayConfig.class)
                    .with(Map.of(
                            "guildhall.relay.window-frames",
                            "1",
                            "guildhall.relay.window-bytes",
                            Long.toString(WindowSize.LEAST_BYTES))),
            clock,
            discovery,
            node -> gateway,
            new Delays() {
                @Override
                public void now(Runnable task) {
                    waiting.add(task);
                }

                @Override
                public void later(Duration pause, Runnable task) {
                    waiting.add(task);
                }
            },
            node -> {
                dropped.add(node);
                whileDropping.run();
                return new long[] {SESSION};
            });

    @BeforeEach
    void nothingElseIsUnderWay() {
        waiting.clear();
    }

    @Test
    void behindAFrameThatFoundNoRoomNoneGoes() {
        send("A");
        Runnable connect = waiting.poll();
        send("B");
        Runnable giveUp = waiting.poll();
        connect.run();
        assertThat(gateway.received(SESSION)).as("there is room again").containsExactly("A");

        send("C");

        assertThat(gateway.received(SESSION)).containsExactly("A");
        giveUp.run();
        settle();
        assertThat(gateway.received(SESSION)).containsExactly("A");
        assertThat(gateway.greetings().getLast().getDroppedSessionsList()).containsExactly(SESSION);
    }

    @Test
    void theNextLinkTakesNothingForWhoeverHasNotLeftYet() {
        send("A");
        Runnable connect = waiting.poll();
        send("B");
        Runnable giveUp = waiting.poll();
        whileDropping = () -> {
            if (dropped.size() == 1) {
                send("C");
            }
        };

        giveUp.run();
        connect.run();
        settle();

        assertThat(gateway.received(SESSION)).isEmpty();
        assertThat(dropped).as("and again, for those who came in between").hasSize(2);
    }

    @Test
    void moreThanAWindowThatWasMissedWaitsForAcknowledgements() {
        gateway.beSilent();
        List<String> within = new ArrayList<>();

        missed("A", within);
        missed("B", within);
        missed("C", within);
        send("LIVE");
        step();

        assertThat(gateway.received(SESSION)).containsExactly("A");
        assertThat(within).containsExactly("A");
        gateway.speak();
        settle();
        assertThat(gateway.received(SESSION)).containsExactly("A", "B", "C", "LIVE");
        assertThat(within).containsExactly("A", "B", "C");
        assertThat(gateway.greetings()).as("on one stream").hasSize(1);
        assertThat(dropped).isEmpty();
    }

    @Test
    void whatIsSaidBehindThatWaitsUpToAWindow() {
        gateway.beSilent();
        missed("A", new ArrayList<>());
        missed("B", new ArrayList<>());
        send("LIVE");
        send("TOO MUCH");
        settle();

        assertThat(dropped).containsExactly("g1", "g1");
        assertThat(links.slow()).isEqualTo(1);
    }

    @Test
    void aNodeThatMakesNoRoomForWhatWasMissedIsGivenUp() {
        gateway.beSilent();
        List<String> within = new ArrayList<>();
        missed("A", within);
        missed("B", within);
        step();
        clock.advance(Duration.ofSeconds(5));
        links.check();
        assertThat(dropped).isEmpty();

        clock.advance(Duration.ofMillis(1));
        links.check();
        settle();

        assertThat(dropped).containsExactly("g1", "g1");
        assertThat(within).as("nobody waits for it any more").containsExactly("A", "B");
    }

    @Test
    void aRelayThatKnowsNobodyForAWhileGivesNobodyUpWhoStillAnswers() {
        send("A");
        settle();
        discovery.lost = true;
        clock.advance(Duration.ofMinutes(1));

        links.check();
        send("B");
        settle();

        assertThat(gateway.received(SESSION)).containsExactly("A", "B");
        assertThat(dropped).isEmpty();
    }

    @Test
    void aRelayThatKnowsNobodyGivesUpWhoDoesNotAnswer() {
        send("A");
        settle();
        discovery.lost = true;
        gateway.beSilent();
        send("B");
        clock.advance(Duration.ofMinutes(1));

        links.check();
        settle();

        assertThat(dropped).contains("g1");
    }

    @Test
    void aRelayThatKnowsNobodyStillTellsANodeThatItGaveUp() {
        send("A");
        settle();
        discovery.lost = true;
        gateway.beSilent();
        send("B");
        clock.advance(Duration.ofMinutes(1));
        links.check();
        gateway.speak();
        settle();

        assertThat(gateway.greetings().getLast().getDroppedSessionsList()).containsExactly(SESSION);
        send("C");
        settle();
        assertThat(gateway.received(SESSION)).endsWith("C");
    }

    @Test
    void whatNoWindowCanHoldIsRefusedBeforeAnythingHappens() {
        RelayFrame.Builder frame = RelayFrame.newBuilder()
                .addDeliveries(Delivery.newBuilder()
                        .setPayload(ByteString.copyFrom(new byte[(int) WindowSize.LEAST_BYTES]))
                        .addSessions(SESSION));

        assertThatThrownBy(() -> links.outgoing().send("g1", frame, (unknown, newerEpoch) -> {}))
                .isInstanceOf(IllegalArgumentException.class);

        send("A");
        settle();
        assertThat(gateway.received(SESSION)).containsExactly("A");
    }

    private void send(String name) {
        send(frame(name), () -> {});
    }

    private void missed(String name, List<String> within) {
        send(frame(name).setBacklog(true), () -> within.add(name));
    }

    private void send(RelayFrame.Builder frame, Runnable within) {
        Outgoing step = links.outgoing();
        step.send("g1", frame, (unknown, newerEpoch) -> {});
        step.flush();
        step.whenWithinWindows(within);
    }

    private static RelayFrame.Builder frame(String name) {
        return RelayFrame.newBuilder()
                .setName(name)
                .addDeliveries(Delivery.newBuilder().addSessions(SESSION));
    }

    private void step() {
        for (int tasks = waiting.size(); tasks > 0; tasks--) {
            waiting.poll().run();
        }
    }

    private void settle() {
        for (int step = 0; step < 100 && !waiting.isEmpty(); step++) {
            waiting.poll().run();
            links.check();
        }
    }

    /** A relay that may lose its lease, and so knows nobody. */
    private static final class Leased implements Discovery {
        private final Node self = new Node("r1", Role.RELAY, "", "", false);
        private final Node other = new Node("g1", Role.GATEWAY, "", "", false);
        private boolean lost;

        @Override
        public Node self(Role role) {
            return self;
        }

        @Override
        public List<Node> nodes(Role role) {
            return lost ? List.of() : role == Role.GATEWAY ? List.of(other) : List.of(self);
        }

        @Override
        public long term() {
            return lost ? NO_TERM : 1;
        }

        @Override
        public void watch(Role role, Consumer<List<Node>> listener) {
            listener.accept(nodes(role));
        }

        @Override
        public void drain(Role role) {}
    }
}
