package io.guildhall.relay;

import static io.guildhall.relay.Frames.event;
import static io.guildhall.relay.Frames.join;
import static io.guildhall.relay.Frames.session;
import static io.guildhall.relay.Frames.state;
import static io.guildhall.relay.RelayHarness.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.rpc.OwnerFrame;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.PositionedEvent;
import io.guildhall.model.rpc.RelayNotice;
import io.guildhall.model.rpc.SessionsJoin;
import java.util.Map;
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
    void whatWasMissedIsTakenInWhenTheWindowsHaveRoomForAllOfIt() {
        RelayHarness small = new RelayHarness(Map.of("guildhall.relay.window-frames", "2"));
        FakeGateway slow = small.gateway("g1");
        slow.beSilent();
        RelayHarness.Owner sending = small.owner()
                .send(state(0).setNumber(1), missed(5, "A", "B", "C", "D", "E").setNumber(2), state(5).setNumber(3));
        eventually(() -> taken(sending) == 1 && slow.received(1).size() == 2);

        slow.speak();

        eventually(() -> taken(sending) == 3);
        eventually(() -> slow.received(1).size() == 5);
        assertThat(slow.received(1)).containsExactly("A", "B", "C", "D", "E");
        assertThat(slow.greetings()).hasSize(1);
    }

    private static OwnerFrame.Builder missed(long position, String... names) {
        SessionsJoin.Builder join = SessionsJoin.newBuilder().addSessions(session("g1", 1));
        long sequence = 0;
        for (String name : names) {
            join.addBacklog(PositionedEvent.newBuilder()
                    .setPosition(Frames.position(++sequence))
                    .setEvent(Frames.event(name)));
        }
        return Frames.frame(position).setJoin(join);
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
        return taken(owner);
    }

    private static long taken(RelayHarness.Owner owner) {
        return owner.notices().stream().mapToLong(RelayNotice::getTaken).max().orElse(0);
    }
}
