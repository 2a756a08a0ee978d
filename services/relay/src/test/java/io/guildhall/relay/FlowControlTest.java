package io.guildhall.relay;

import static io.guildhall.relay.Frames.event;
import static io.guildhall.relay.Frames.join;
import static io.guildhall.relay.Frames.session;
import static io.guildhall.relay.Frames.state;
import static io.guildhall.relay.RelayHarness.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.RelayNotice;
import org.junit.jupiter.api.Test;

/** What a relay tells owners, beside what reached the gateway nodes. */
class FlowControlTest {
    private final RelayHarness harness = new RelayHarness();
    private final FakeGateway gateway = harness.gateway("g1");
    private final RelayHarness.Owner owner = harness.owner();

    @Test
    void aFrameIsTakenInBeforeAnyGatewayNodeHasIt() {
        gateway.beSilent();

        owner.send(
                state(0).setNumber(1),
                join(0, session("g1", 1)).setNumber(2),
                event(1, "A").setNumber(3));

        eventually(() -> taken() == 3);
        assertThat(owner.acknowledged()).isZero();
    }

    @Test
    void framesOfNoUseAreTakenInToo() {
        owner.send(event(1, "UNKNOWN").setNumber(1), event(2, "UNKNOWN").setNumber(2));

        eventually(() -> taken() == 2);
    }

    @Test
    void theSenderOfAnOlderEpochIsTold() {
        Position second = Position.newBuilder().setEpoch(2).build();
        harness.owner().send(state(0).setPosition(second));

        owner.send(event(1, "OLD"));

        eventually(() -> owner.notices().stream()
                .anyMatch(notice -> notice.hasStale()
                        && notice.getActor().equals(Frames.ACTOR)
                        && notice.getStale().getEpoch() == 2));
    }

    @Test
    void ofTwoStreamsOfOneEpochTheLaterIsRight() {
        owner.send(state(0));
        RelayHarness.Owner again = harness.owner().send(state(0).setNumber(1), join(0, session("g1", 1)));
        again.send(event(1, "NEW"));

        owner.send(event(2, "LEFT BEHIND"));
        again.send(event(2, "NEWER"));

        eventually(() -> again.acknowledged() == 2);
        assertThat(gateway.received(1)).containsExactly("NEW", "NEWER");
    }

    private long taken() {
        return owner.notices().stream().mapToLong(RelayNotice::getTaken).max().orElse(0);
    }
}
