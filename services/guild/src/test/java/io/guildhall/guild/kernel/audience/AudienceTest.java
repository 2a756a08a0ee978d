package io.guildhall.guild.kernel.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.Eventually;
import io.guildhall.guild.FakeDiscovery;
import io.guildhall.guild.TestClock;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.audience.FakeRelays.FakeRelay;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.AudienceState;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.JoiningSession;
import io.guildhall.model.rpc.MemberRoles;
import io.guildhall.model.rpc.OwnerFrame;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.RelayNotice;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.Unknown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AudienceTest {
    private static final ActorKey GUILD = Keys.guild(77);

    private final FakeRelays relays = new FakeRelays();
    private final FakeDiscovery discovery = new FakeDiscovery();
    private final TestClock clock = new TestClock();
    private final List<Long> deliveries = new CopyOnWriteArrayList<>();
    private final AudienceWatch watch = new AudienceWatch(discovery, relays, Duration.ofMillis(1), deliveries::add);
    private final Audience audience = new Audience(GUILD, watch.links(), clock);
    private final List<SessionRef> ended = new CopyOnWriteArrayList<>();
    private long sequence;

    @BeforeEach
    void begin() {
        discovery.set(Role.RELAY, "one");
        watch.watch(new OnlyThisAudience());
        audience.begin(5);
        audience.state(AudienceState.newBuilder().setOwnerId(1));
    }

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
    void whenARelayIsGoneItsSessionsJoinElsewhereWithWhatItHadNotAcknowledged() {
        join(1);
        send("ACKNOWLEDGED");
        Eventually.until(() -> relays.relay("one").events().size() == 1);
        acknowledge("one", sequence);
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
        assertThat(deliveries).singleElement().satisfies(nanos -> assertThat(nanos)
                .isNotNegative());
        send("TIMED");
        acknowledge("one", sequence);
        assertThat(deliveries).hasSize(2);
    }

    @Test
    void whileThereIsNoRelayEventsWaitForTheNext() {
        join(1);
        send("BEFORE");
        Eventually.until(() -> relays.relay("one").events().size() == 1);
        acknowledge("one", sequence);
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
    void aRelayThatForgotTheActorIsToldEverythingAgain() {
        join(1);
        send("KEPT");
        FakeRelay relay = relays.relay("one");
        Eventually.until(() -> relay.events().size() == 1);
        clock.advance(Duration.ofSeconds(1));
        relay.notices.emit(RelayNotice.newBuilder()
                .setActor(GUILD)
                .setUnknown(Unknown.getDefaultInstance())
                .build());
        Eventually.until(() -> relay.joined().size() == 2);
        assertThat(relay.backlog()).containsExactly("KEPT");
    }

    @Test
    void aStreamThatBreaksIsOpenedAnew() {
        join(1);
        FakeRelay relay = relays.relay("one");
        Eventually.until(() -> relay.joined().size() == 1);
        relay.notices.fail(new IllegalStateException("broken"));
        Eventually.until(() -> relay.joined().size() == 2);
        send("AFTER");
        Eventually.until(() -> relay.events().contains("AFTER"));
        assertThat(relay.events()).containsExactly("AFTER");
    }

    @Test
    void aSessionThatComesBackReceivesWhatItMissed() {
        send("HAD");
        long had = sequence;
        send("MISSED");
        audience.rejoin(List.of(session("gateway", 1)), Positions.of(5, had), java.util.Optional.of(List.of()));
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
        acknowledge("one", sequence);
        audience.begin(6);
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

    private void join(long user) {
        audience.join(List.of(session("gateway", user)));
    }

    private static JoiningSession session(String gateway, long number) {
        return JoiningSession.newBuilder()
                .setSession(Session.newBuilder()
                        .setRef(SessionRef.newBuilder().setGateway(gateway).setNumber(number))
                        .setUserId(number))
                .build();
    }

    private void send(String name) {
        audience.send(
                Positions.of(5, ++sequence), Event.newBuilder().setName(name).build());
    }

    private void acknowledge(String relay, long through) {
        relays.relay(relay)
                .notices
                .emit(RelayNotice.newBuilder()
                        .setActor(GUILD)
                        .setAcknowledged(Position.newBuilder().setEpoch(5).setSequence(through))
                        .build());
    }

    private final class OnlyThisAudience implements Audiences {
        @Override
        public List<Audience> audiences() {
            return List.of(audience);
        }

        @Override
        public Optional<Audience> audience(ActorKey key) {
            return Optional.of(audience);
        }

        @Override
        public void end(ActorKey key, List<SessionRef> sessions) {
            ended.addAll(new ArrayList<>(sessions));
        }
    }
}
