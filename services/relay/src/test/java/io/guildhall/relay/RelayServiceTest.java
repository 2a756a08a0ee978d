package io.guildhall.relay;

import static io.guildhall.relay.Frames.event;
import static io.guildhall.relay.Frames.frame;
import static io.guildhall.relay.Frames.join;
import static io.guildhall.relay.Frames.ref;
import static io.guildhall.relay.Frames.session;
import static io.guildhall.relay.Frames.state;
import static io.guildhall.relay.RelayHarness.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.rpc.JoiningSession;
import io.guildhall.model.rpc.OwnerFrame;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.PositionedEvent;
import io.guildhall.model.rpc.RelayFrame;
import io.guildhall.model.rpc.RelayNotice;
import io.guildhall.model.rpc.Release;
import io.guildhall.model.rpc.SessionsJoin;
import io.guildhall.model.rpc.SessionsLeave;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RelayServiceTest {
    private final RelayHarness harness = new RelayHarness();
    private final FakeGateway gateway = harness.gateway("g1");
    private final RelayHarness.Owner owner = harness.owner();

    @Test
    void sendsOneFrameToEachGatewayNodeWithAllSessionsThere() {
        FakeGateway other = harness.gateway("g2");

        owner.send(state(0), join(0, session("g1", 1), session("g1", 2), session("g2", 3)), event(1, "A"));

        eventually(() -> owner.acknowledged() == 1);
        assertThat(gateway.frames()).hasSize(1);
        assertThat(gateway.frames().getFirst().getDeliveries(0).getSessionsList())
                .containsExactlyInAnyOrder(1L, 2L);
        assertThat(other.received(3)).containsExactly("A");
    }

    @Test
    void measuresSelectionOnceForAnEventAndDeliveryOnceForEachGatewayNode() {
        harness.gateway("g2");

        owner.send(state(0), join(0, session("g1", 1), session("g2", 2)), event(1, "A"));

        eventually(() -> owner.acknowledged() == 1);
        assertThat(harness.meters().get("guildhall.relay.selection").timer().count())
                .isEqualTo(1);
        assertThat(harness.meters().get("guildhall.relay.delivery").timer().count())
                .isEqualTo(2);
    }

    @Test
    void keepsTheOwnersOrderAndCountsFrames() {
        owner.send(state(0), join(0, session("g1", 1)));
        List<String> names =
                IntStream.rangeClosed(1, 1_000).mapToObj(n -> "E" + n).toList();

        for (int index = 0; index < names.size(); index++) {
            owner.send(event(index + 1, names.get(index)));
        }

        eventually(() -> owner.acknowledged() == 1_000);
        assertThat(gateway.received(1)).isEqualTo(names);
        assertThat(gateway.frames())
                .extracting(RelayFrame::getNumber)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void acknowledgesOnlyWhatEveryGatewayNodeHas() {
        FakeGateway slow = harness.gateway("g2");
        slow.beSilent();
        owner.send(state(0), join(0, session("g1", 1), session("g2", 2)), event(1, "A"), event(2, "B"));
        eventually(() -> slow.frames().size() == 2 && gateway.frames().size() == 2);

        assertThat(owner.acknowledged()).isZero();
        slow.speak();

        eventually(() -> owner.acknowledged() == 2);
    }

    @Test
    void whatAnActorCanNotBeToldOfReachesThoseWhomItConcernsFromAnyStreamAndWithoutAPlace() {
        JoiningSession elsewhere = session("g1", 2).toBuilder()
                .setSession(session("g1", 2).getSession().toBuilder().setDirect(false))
                .build();
        owner.send(state(0), join(0, session("g1", 1), elsewhere), event(7, "A"));
        eventually(() -> owner.acknowledged() == 7);

        RelayHarness.Owner other = harness.owner();
        other.send(OwnerFrame.newBuilder()
                .setActor(Frames.ACTOR)
                .setUnserved(Frames.event("$INVALIDATE").setDirect(true))
                .setNumber(1));
        owner.send(event(8, "B"));

        eventually(() -> owner.acknowledged() == 8);
        assertThat(gateway.received(1)).containsExactly("A", "$INVALIDATE", "B");
        assertThat(gateway.received(2)).containsExactly("A", "B");
        RelayFrame ending = gateway.frames().get(1);
        assertThat(ending.getPosition()).isEqualTo(Position.getDefaultInstance());
        eventually(() -> other.notices().stream().anyMatch(RelayNotice::hasTaken));
        assertThat(other.notices()).allMatch(RelayNotice::hasTaken);
    }

    @Test
    void nobodyHearsThatAnActorWhichIsNotHereCanNotBeServed() {
        owner.send(OwnerFrame.newBuilder()
                .setActor(Frames.ACTOR)
                .setUnserved(Frames.event("$INVALIDATE"))
                .setNumber(1));

        eventually(() -> owner.notices().stream().anyMatch(RelayNotice::hasTaken));
        assertThat(owner.notices()).allMatch(RelayNotice::hasTaken);
    }

    @Test
    void tellsTheOwnerThatItDoesNotKnowAnActor() {
        owner.send(event(1, "A"));

        eventually(() -> owner.notices().stream().anyMatch(RelayNotice::hasUnknown));
        assertThat(owner.acknowledged()).isZero();
    }

    @Test
    void wantsTheStateBeforeTheFirstSessionOfAGuild() {
        owner.send(join(1, session("g1", 1)));

        eventually(() -> owner.notices().stream().anyMatch(RelayNotice::hasUnknown));
    }

    @Test
    void sendsTheSameFramesAgainWhenTheStreamBreaks() {
        gateway.beSilent();
        owner.send(state(0), join(0, session("g1", 1)), event(1, "A"), event(2, "B"));
        eventually(() -> gateway.frames().size() == 2);

        gateway.disconnect();
        eventually(
                () -> gateway.streams().size() == 2 && gateway.streams().get(1).size() == 2);
        gateway.speak();
        owner.send(event(3, "C"));

        eventually(() -> owner.acknowledged() == 3);
        assertThat(gateway.streams().get(1)).extracting(RelayFrame::getNumber).containsExactly(1L, 2L, 3L);
        assertThat(gateway.streams().get(1)).extracting(RelayFrame::getName).containsExactly("A", "B", "C");
    }

    @Test
    void reportsTheSessionsOfADeadGatewayNodeAsLostAndWaitsForItNoLonger() {
        FakeGateway dying = harness.gateway("g2");
        dying.beSilent();
        owner.send(state(0), join(0, session("g1", 1), session("g2", 2)), event(1, "A"));
        eventually(() -> dying.frames().size() == 1);

        harness.kill("g2");

        eventually(() -> owner.acknowledged() == 1);
        assertThat(owner.notices())
                .filteredOn(RelayNotice::hasLost)
                .flatExtracting(notice -> notice.getLost().getSessionsList())
                .containsExactly(ref("g2", 2));
    }

    @Test
    void givesAGatewayNodeUpThatDoesNotKeepUp() {
        RelayHarness small = new RelayHarness(Map.of("guildhall.relay.window-frames", "10"));
        FakeGateway slow = small.gateway("slow");
        slow.beSilent();
        RelayHarness.Owner pressing = small.owner().send(state(0), join(0, session("slow", 7)));

        for (int sequence = 1; sequence <= 11; sequence++) {
            pressing.send(event(sequence, "E"));
        }

        eventually(() -> pressing.acknowledged() == 11);
        assertThat(pressing.notices())
                .filteredOn(RelayNotice::hasLost)
                .flatExtracting(notice -> notice.getLost().getSessionsList())
                .containsExactly(ref("slow", 7));
    }

    @Test
    void forgetsSessionsThatTheGatewayNodeDoesNotKnow() {
        gateway.forget(2);
        owner.send(state(0), join(0, session("g1", 1), session("g1", 2)), event(1, "A"));
        eventually(() -> owner.notices().stream().anyMatch(RelayNotice::hasLost));

        owner.send(event(2, "B"));

        eventually(() -> owner.acknowledged() == 2);
        assertThat(gateway.received(2)).containsExactly("A");
        assertThat(gateway.received(1)).containsExactly("A", "B");
    }

    @Test
    void doesNotSendOnWhatAReconnectedOwnerRepeats() {
        owner.send(state(0), join(0, session("g1", 1)), event(1, "A"), event(2, "B"));
        eventually(() -> owner.acknowledged() == 2);
        owner.disconnect();

        RelayHarness.Owner again = harness.owner().send(event(2, "B"), event(3, "C"));

        eventually(() -> again.acknowledged() == 3);
        assertThat(gateway.received(1)).containsExactly("A", "B", "C");
    }

    @Test
    void givesTheBacklogOnlyToSessionsThatMissedIt() {
        owner.send(state(0), join(0, session("g1", 1)), event(1, "A"));

        owner.send(frame(1).setJoin(SessionsJoin.newBuilder()
                .addSessions(session("g1", 1))
                .addSessions(session("g1", 2))
                .addBacklog(PositionedEvent.newBuilder()
                        .setPosition(Frames.position(1))
                        .setEvent(event("A")))));

        eventually(() -> gateway.received(2).size() == 1);
        assertThat(gateway.received(1)).containsExactly("A");
        assertThat(gateway.frames().getLast().getBacklog()).isTrue();
    }

    @Test
    void followsTheOwnerWithTheHighestEpochAndDropsFramesOfEarlierOnes() {
        owner.send(state(0), join(0, session("g1", 1)), event(1, "A"));
        Position second = Position.newBuilder().setEpoch(2).build();

        harness.owner()
                .send(
                        state(0).setPosition(second),
                        join(0, session("g1", 1)).setPosition(second),
                        event(0, "B").setPosition(second.toBuilder().setSequence(1)));
        owner.send(event(2, "stale"));

        eventually(() -> gateway.received(1).contains("B"));
        assertThat(gateway.received(1)).containsExactly("A", "B");
    }

    @Test
    void sendsNothingToSessionsThatLeftOrWhoseActorWasReleased() {
        owner.send(
                state(0),
                join(0, session("g1", 1), session("g1", 2)),
                frame(0).setLeave(SessionsLeave.newBuilder().addSessions(ref("g1", 1))),
                event(1, "A"),
                frame(1).setRelease(Release.getDefaultInstance()));

        eventually(() -> harness.relay().audiences() == 0 && owner.acknowledged() == 1);
        assertThat(gateway.received(1)).isEmpty();
        assertThat(gateway.received(2)).containsExactly("A");
    }

    @Test
    void forgetsTheAudiencesOfAnOwnerThatDoesNotComeBack() {
        RelayHarness impatient = new RelayHarness(Map.of("guildhall.relay.owner-grace", "1ms"));
        RelayHarness.Owner dying = impatient.owner().send(state(0));
        assertThat(impatient.relay().audiences()).isOne();

        dying.disconnect();

        eventually(() -> impatient.relay().audiences() == 0);
    }
}
