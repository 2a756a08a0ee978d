package io.guildhall.guild.kernel.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.kernel.audience.FakeRelays.FakeRelay;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.OwnerFrame;
import io.guildhall.model.rpc.RelayNotice;
import io.guildhall.model.rpc.SessionsLeave;
import io.guildhall.testing.Eventually;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions that come back while others listen on the same relay, and what is said meanwhile of those that were there before. */
class RejoinTest extends AudienceTestBase {
    private final FakeRelay one = relays.relay("one");

    @BeforeEach
    void oneComesBackLater() {
        join(1);
        send("HAD");
        long had = sequence;
        send("MISSED");
        audience.rejoin(List.of(session("gateway", 2)), Positions.of(5, had), Optional.of(List.of()));
        Eventually.until(() -> one.joined().size() == 2);
    }

    @Test
    void whatTheOthersHaveDoesNotCountForAJoinThatHasNotArrived() {
        arrived(number(lastEvent()));
        assertThat(afterTheRelayIsLost()).containsExactly("MISSED");
    }

    @Test
    void aJoinThatHasArrivedIsNotToldAgain() {
        arrived(number(lastJoin()));
        assertThat(afterTheRelayIsLost()).isEmpty();
    }

    @Test
    void aSessionThatWasLostBeforeItJoinedAgainStays() {
        lost(2, number(lastEvent()));
        lost(1, number(lastEvent()));
        Eventually.until(() -> ended.size() == 1);
        assertThat(ended.getFirst().getNumber()).isEqualTo(1);
    }

    @Test
    void aSessionThatWasLostAfterItJoinedAgainEnds() {
        lost(2, number(lastJoin()));
        Eventually.until(() -> ended.size() == 1);
    }

    @Test
    void aSessionThatIsOnAnotherRelayByNowStays() {
        discovery.set(Role.RELAY, "two");
        Eventually.until(() -> !relays.relay("two").joined().isEmpty());
        assertThat(audience.lost(
                        "one",
                        number(lastJoin()),
                        List.of(session("gateway", 2).getSession().getRef())))
                .isEmpty();
    }

    private List<String> afterTheRelayIsLost() {
        discovery.set(Role.RELAY, "two");
        FakeRelay two = relays.relay("two");
        Eventually.until(() -> two.joined().size() == 2);
        return two.backlog();
    }

    private void arrived(long frame) {
        int before = deliveries.size();
        one.notices.emit(RelayNotice.newBuilder()
                .setActor(GUILD)
                .setAcknowledged(Positions.of(5, sequence))
                .setFrame(frame)
                .build());
        Eventually.until(() -> deliveries.size() > before);
    }

    private void lost(long session, long frame) {
        one.notices.emit(RelayNotice.newBuilder()
                .setActor(GUILD)
                .setLost(SessionsLeave.newBuilder()
                        .addSessions(session("gateway", session).getSession().getRef()))
                .setFrame(frame)
                .build());
    }

    private OwnerFrame lastEvent() {
        return one.frames.stream().filter(OwnerFrame::hasEvent).toList().getLast();
    }

    private OwnerFrame lastJoin() {
        return one.frames.stream().filter(OwnerFrame::hasJoin).toList().getLast();
    }

    private static long number(OwnerFrame frame) {
        return frame.getNumber();
    }
}
