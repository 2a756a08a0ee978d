package io.guildhall.guild.kernel.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.kernel.audience.FakeRelays.FakeRelay;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.gateway.Attendance;
import io.guildhall.model.rpc.AudienceDelta;
import io.guildhall.model.rpc.AudienceState;
import io.guildhall.model.rpc.ChannelPermissions;
import io.guildhall.model.rpc.JoiningSession;
import io.guildhall.model.rpc.MemberRoles;
import io.guildhall.model.rpc.Overwrite;
import io.guildhall.model.rpc.OwnerFrame;
import io.guildhall.model.rpc.RolePermissions;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.testing.Eventually;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AudienceTest extends AudienceTestBase {
    @Test
    void aRelayHearsTheStateThenTheJoinThenEventsInOrder() {
        join(1);
        send("FIRST");
        send("SECOND");
        FakeRelay relay = relays.relay("one");
        Eventually.until(() -> relay.events().size() == 2);
        assertThat(relay.frames)
                .extracting(OwnerFrame::getContentCase)
                .containsExactly(
                        OwnerFrame.ContentCase.STATE,
                        OwnerFrame.ContentCase.JOIN,
                        OwnerFrame.ContentCase.EVENT,
                        OwnerFrame.ContentCase.EVENT);
        assertThat(relay.events()).containsExactly("FIRST", "SECOND");
    }

    @Test
    void changesOfRolesAreSentOnlyForUsersWhoListen() {
        join(1);
        audience.memberRoles(MemberRoles.newBuilder().setUserId(99).addRoles(3).build());
        audience.memberRoles(MemberRoles.newBuilder().setUserId(1).addRoles(3).build());
        send("LAST");
        FakeRelay relay = relays.relay("one");
        Eventually.until(() -> relay.events().size() == 1);
        assertThat(relay.frames.stream().filter(OwnerFrame::hasMemberRoles)).hasSize(1);
        assertThat(audience.sessionsOf(1).getFirst().getRolesList()).containsExactly(3L);
    }

    @Test
    void theSessionsOfAGatewayAreCountedHoweverManyThereAre() {
        Attendance expected = Attendance.NONE;
        for (long number = 1; number <= 200; number++) {
            join(number);
            audience.join(List.of(session("another", number)));
            expected = expected.with(number);
            if (number % 20 == 0) {
                assertThat(audience.attendance("gateway")).isEqualTo(expected);
            }
        }
        audience.leave(List.of(session("gateway", 7).getSession().getRef()));
        assertThat(audience.attendance("gateway")).isEqualTo(expected.without(7));
        assertThat(audience.attendance("another")).isEqualTo(expected);
        join(8);
        assertThat(audience.attendance("gateway")).isEqualTo(expected.without(7));
        assertThat(audience.missing("gateway", List.of(6L, 7L, 8L))).containsExactly(7L);
        audience.release();
        assertThat(audience.attendance("gateway")).isEqualTo(Attendance.NONE);
    }

    @Test
    void whenARelayIsGoneItsSessionsJoinElsewhereWithWhatItHadNotAcknowledged() {
        join(1);
        send("ACKNOWLEDGED");
        Eventually.until(() -> relays.relay("one").events().size() == 1);
        acknowledgeAll("one");
        send("MISSED");
        discovery.set(Role.RELAY, "two");
        send("LATER");
        FakeRelay next = relays.relay("two");
        Eventually.until(() -> next.events().size() == 1);
        assertThat(next.joined()).containsExactly(1L);
        assertThat(next.backlog()).containsExactly("MISSED");
        assertThat(next.events()).containsExactly("LATER");
    }

    @Test
    void oneEventAtATimeIsTimedUntilItsRelayHasDeliveredIt() {
        join(1);
        send("TIMED");
        send("NOT TIMED");
        acknowledge("one", sequence - 2);
        assertThat(deliveries).isEmpty();
        acknowledge("one", sequence);
        acknowledge("one", sequence);
        Eventually.until(() -> !deliveries.isEmpty());
        assertThat(deliveries).singleElement().satisfies(nanos -> assertThat(nanos)
                .isNotNegative());
        send("TIMED");
        acknowledge("one", sequence);
        Eventually.until(() -> deliveries.size() == 2);
    }

    @Test
    void whileThereIsNoRelayEventsWaitForTheNext() {
        join(1);
        send("BEFORE");
        Eventually.until(() -> relays.relay("one").events().size() == 1);
        acknowledgeAll("one");
        discovery.set(Role.RELAY);
        send("DURING");
        discovery.set(Role.RELAY, "two");
        FakeRelay next = relays.relay("two");
        Eventually.until(() -> !next.joined().isEmpty());
        assertThat(next.backlog()).containsExactly("DURING");
    }

    @Test
    void sessionsWhoseEventsAreForgottenMustBeginAnew() {
        join(1);
        Eventually.until(() -> !relays.relay("one").joined().isEmpty());
        for (int index = 0; index < EventWindow.MAX_EVENTS + 10; index++) {
            send("EVENT");
        }
        discovery.set(Role.RELAY, "two");
        FakeRelay next = relays.relay("two");
        Eventually.until(() -> !next.joined().isEmpty());
        assertThat(next.backlog()).containsExactly("$INVALIDATE");
    }

    @Test
    void aRelayHearsWhatChangesAndTheWholeOnlyWhenItBegins() {
        join(1);
        audience.change(AudienceDelta.newBuilder()
                .addRoles(RolePermissions.newBuilder().setId(5).setPermissions(8))
                .addChannels(ChannelPermissions.newBuilder()
                        .setId(6)
                        .addOverwrites(Overwrite.newBuilder().setId(5).setAllow(1)))
                .build());
        audience.change(AudienceDelta.newBuilder().addRemovedRoles(5).build());
        send("LAST");
        FakeRelay relay = relays.relay("one");
        Eventually.until(() -> relay.events().size() == 1);
        assertThat(relay.frames.stream().filter(OwnerFrame::hasState)).hasSize(1);
        assertThat(relay.frames.stream().filter(OwnerFrame::hasDelta)).hasSize(2);

        discovery.set(Role.RELAY, "two");
        FakeRelay next = relays.relay("two");
        Eventually.until(() -> !next.joined().isEmpty());
        AudienceState whole = next.frames.getFirst().getState();
        assertThat(whole.getOwnerId()).isEqualTo(1);
        assertThat(whole.getRolesList()).isEmpty();
        assertThat(whole.getChannels(0).getOverwritesList()).isEmpty();
    }

    @Test
    void aSessionThatComesBackWhileThereIsNoRelayMissesNothing() {
        send("HAD");
        long had = sequence;
        send("MISSED");
        discovery.set(Role.RELAY);
        audience.rejoin(List.of(session("gateway", 1)), Positions.of(5, had), Optional.of(List.of()));
        send("LATER");
        discovery.set(Role.RELAY, "two");
        FakeRelay next = relays.relay("two");
        Eventually.until(() -> !next.joined().isEmpty());
        assertThat(next.backlog()).containsExactly("MISSED", "LATER");
    }

    @Test
    void afterAnEpochOfAnotherOwnerSessionsAreToldThatTheyMissedSomething() {
        join(1);
        send("OLD");
        audience.begin(7);
        audience.placeHomeless();
        FakeRelay relay = relays.relay("one");
        Eventually.until(() -> relay.joined().size() == 2);
        assertThat(relay.backlog()).containsExactly("$INVALIDATE");
    }

    @Test
    void aSessionThatComesBackReceivesWhatItMissed() {
        send("HAD");
        long had = sequence;
        send("MISSED");
        audience.rejoin(List.of(session("gateway", 1)), Positions.of(5, had), Optional.of(List.of()));
        FakeRelay relay = relays.relay("one");
        Eventually.until(() -> !relay.joined().isEmpty());
        assertThat(relay.backlog()).containsExactly("MISSED");
    }

    @Test
    void inANewEpochWhoListensJoinsAgain() {
        join(1);
        send("OLD");
        FakeRelay relay = relays.relay("one");
        Eventually.until(() -> relay.events().size() == 1);
        acknowledgeAll("one");
        audience.begin(6);
        audience.placeHomeless();
        Eventually.until(() -> relay.joined().size() == 2);
        assertThat(relay.frames.getLast().getPosition()).isEqualTo(Positions.of(6, 0));
        assertThat(relay.backlog()).isEmpty();
    }

    @Test
    void aFullPartitionIsFollowedByTheNext() {
        List<JoiningSession> many = IntStream.range(0, Partition.CAPACITY + 5)
                .mapToObj(number -> session("gateway", number))
                .toList();
        audience.join(many);
        FakeRelay relay = relays.relay("one");
        Eventually.until(() -> relay.joined().size() == many.size());
        assertThat(relay.partitions()).isEqualTo(2);
    }

    @Test
    void theSessionsOfAGatewayThatIsGoneEnd() {
        discovery.set(Role.GATEWAY, "left", "stays");
        audience.join(List.of(session("left", 1), session("stays", 2), session("never-seen", 3)));
        discovery.set(Role.GATEWAY, "stays");
        Eventually.until(() -> !ended.isEmpty());
        assertThat(ended).extracting(SessionRef::getNumber).containsExactly(1L);
    }

    @Test
    void afterAReleaseNobodyListens() {
        join(1);
        audience.release();
        FakeRelay relay = relays.relay("one");
        Eventually.until(() -> relay.frames.stream().anyMatch(OwnerFrame::hasRelease));
        assertThat(audience.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aRelayThatHasNoRoomForAReleaseHearsOfItWhenItHas(int events) {
        FakeRelay relay = relays.relay("one");
        join(1);
        Eventually.until(() -> relay.joined().size() == 1 && watch.links().underWay() == 0);
        relay.taking = false;
        for (int event = 0; event < events; event++) {
            send("x".repeat(150_000));
        }
        audience.release();
        assertThat(relay.frames.stream().filter(OwnerFrame::hasRelease)).isEmpty();

        relay.takeAll();

        Eventually.until(() -> relay.frames.stream().anyMatch(OwnerFrame::hasRelease));
        assertThat(audience.isEmpty()).isTrue();
    }
}
