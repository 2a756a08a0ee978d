package io.guildhall.relay;

import static io.guildhall.relay.Frames.event;
import static io.guildhall.relay.Frames.join;
import static io.guildhall.relay.Frames.session;
import static io.guildhall.relay.Frames.state;
import static io.guildhall.relay.RelayHarness.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.rpc.Greeting;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A gateway node that was given up and comes back hears which of its sessions no longer hear anything. */
class GreetingTest {
    private final RelayHarness harness = new RelayHarness(Map.of("guildhall.relay.window-frames", "10"));
    private final FakeGateway gateway = harness.gateway("g1");
    private final RelayHarness.Owner owner = harness.owner();

    @Test
    void everyStreamBeginsWithTheRelayAndItsLine() {
        owner.send(state(0), join(0, session("g1", 1)), event(1, "A"));
        eventually(() -> owner.acknowledged() == 1);
        gateway.disconnect();
        owner.send(event(2, "B"));
        eventually(() -> owner.acknowledged() == 2);

        assertThat(gateway.greetings()).hasSize(2).allSatisfy(greeting -> {
            assertThat(greeting.getRelay()).isEqualTo("r1");
            assertThat(greeting.getDroppedSessionsList()).isEmpty();
        });
        assertThat(gateway.greetings())
                .as("nothing was lost between the two streams")
                .extracting(Greeting::getLine)
                .containsOnly(gateway.greetings().getFirst().getLine());
    }

    @Test
    void aNodeThatStoodStillHearsWhichOfItsSessionsWereDroppedThoughNobodySendsToIt() {
        owner.send(state(0), join(0, session("g1", 1), session("g1", 2)), event(1, "A"));
        eventually(() -> owner.acknowledged() == 1);
        harness.kill("g1");
        eventually(() -> owner.notices().stream().anyMatch(notice -> notice.hasLost()));

        harness.comesBack("g1", gateway);

        eventually(() -> gateway.greetings().size() == 2);
        assertThat(gateway.greetings().getLast().getDroppedSessionsList()).containsExactly(1L, 2L);
        assertThat(gateway.greetings().getLast().getLine())
                .isNotEqualTo(gateway.greetings().getFirst().getLine());
    }

    @Test
    void aNodeThatDidNotKeepUpHearsItOnceItAnswers() {
        gateway.beSilent();
        owner.send(state(0), join(0, session("g1", 7)));
        for (int sequence = 1; sequence <= 11; sequence++) {
            owner.send(event(sequence, "E"));
        }

        eventually(() -> gateway.greetings().size() == 2);
        gateway.speak();

        assertThat(gateway.greetings().getLast().getDroppedSessionsList()).containsExactly(7L);
    }

    @Test
    void whatTheNodeHasHeardIsNotSaidAgain() {
        owner.send(state(0), join(0, session("g1", 1)), event(1, "A"));
        eventually(() -> owner.acknowledged() == 1);
        harness.kill("g1");
        eventually(() -> owner.notices().stream().anyMatch(notice -> notice.hasLost()));
        harness.comesBack("g1", gateway);
        eventually(() -> gateway.greetings().size() == 2);

        owner.send(join(1, session("g1", 3)), event(2, "B"));
        eventually(() -> gateway.received(3).contains("B"));
        gateway.disconnect();

        eventually(() -> gateway.greetings().size() == 3);
        assertThat(gateway.greetings().getLast().getDroppedSessionsList()).isEmpty();
    }
}
