package io.guildhall.relay;

import static io.guildhall.relay.Frames.ACTOR;
import static io.guildhall.relay.RelayHarness.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.rpc.OwnerFrame;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.PositionedEvent;
import io.guildhall.model.rpc.SessionsJoin;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * An owner or a relay is killed while events are on their way; its successor goes on from what was acknowledged. The
 * gateway node drops what it has had, by positions, as real ones do: each session has every event once, in order.
 */
class FailoverTest {
    private static final int EVENTS = 300;

    @Test
    void anEventIsNeitherLostNorRepeatedWhenTheOwnerIsKilled() {
        RelayHarness harness = new RelayHarness();
        FakeGateway gateway = harness.gateway("g1");
        RelayHarness.Owner first = harness.owner().send(state(1), join(1, 0));
        for (int sequence = 1; sequence <= EVENTS; sequence++) {
            first.send(event(1, sequence, sequence));
            if (sequence == EVENTS / 2) {
                gateway.disconnect();
            }
        }
        first.disconnect();

        RelayHarness.Owner second = harness.owner().send(state(2), join(2, 0));
        for (int sequence = 1; sequence <= EVENTS; sequence++) {
            second.send(event(2, sequence, EVENTS + sequence));
        }

        eventually(() -> once(gateway).size() == 2 * EVENTS);
        assertThat(once(gateway)).isEqualTo(names(2 * EVENTS));
    }

    @Test
    void aNewRelayDeliversWhatTheOldOneHadNotAcknowledged() {
        RelayHarness old = new RelayHarness();
        FakeGateway gateway = old.gateway("g1");
        RelayHarness.Owner owner = old.owner().send(state(1), join(1, 0));
        for (int sequence = 1; sequence <= EVENTS; sequence++) {
            if (sequence == EVENTS / 2) {
                eventually(() -> owner.acknowledged() == EVENTS / 2 - 1);
                gateway.beSilent();
            }
            owner.send(event(1, sequence, sequence));
        }
        int acknowledged = (int) owner.acknowledged();

        RelayHarness successor = new RelayHarness();
        FakeGateway same = successor.gateway("g1");
        RelayHarness.Owner rejoined = successor.owner().send(state(1), join(1, acknowledged));
        rejoined.send(event(1, EVENTS + 1, EVENTS + 1));

        eventually(() -> rejoined.acknowledged() == EVENTS + 1);
        List<String> received = new ArrayList<>(once(gateway).subList(0, acknowledged));
        received.addAll(once(same));
        assertThat(received).isEqualTo(names(EVENTS + 1));
    }

    /** What the session has had, without frames whose position it had before. */
    private static List<String> once(FakeGateway gateway) {
        return gateway.frames().stream()
                .map(frame -> new Seen(frame.getPosition(), frame.getName()))
                .distinct()
                .map(Seen::name)
                .toList();
    }

    private record Seen(Position position, String name) {}

    private static List<String> names(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(number -> "E" + number).toList();
    }

    private static OwnerFrame.Builder state(long epoch) {
        return frame(epoch, 0).setState(Frames.open());
    }

    /** Joins the one session; with the events after the acknowledged one as its backlog, unless that is 0. */
    private static OwnerFrame.Builder join(long epoch, int acknowledged) {
        SessionsJoin.Builder join = SessionsJoin.newBuilder().addSessions(Frames.session("g1", 1));
        for (int sequence = acknowledged + 1; acknowledged > 0 && sequence <= EVENTS; sequence++) {
            join.addBacklog(PositionedEvent.newBuilder()
                    .setPosition(frame(epoch, sequence).getPosition())
                    .setEvent(Frames.event("E" + sequence)));
        }
        return frame(epoch, acknowledged == 0 ? 0 : EVENTS).setJoin(join);
    }

    private static OwnerFrame.Builder event(long epoch, long sequence, int number) {
        return frame(epoch, sequence).setEvent(Frames.event("E" + number));
    }

    private static OwnerFrame.Builder frame(long epoch, long sequence) {
        return OwnerFrame.newBuilder()
                .setActor(ACTOR)
                .setPosition(Position.newBuilder().setEpoch(epoch).setSequence(sequence));
    }
}
