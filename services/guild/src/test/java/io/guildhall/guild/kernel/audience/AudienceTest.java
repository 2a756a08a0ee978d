package io.guildhall.guild.kernel.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.Eventually;
import io.guildhall.guild.FakeDiscovery;
import io.guildhall.guild.TestClock;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.audience.FakeRelays.FakeRelay;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.AudienceDelta;
import io.guildhall.model.rpc.AudienceState;
import io.guildhall.model.rpc.ChannelPermissions;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.JoiningSession;
import io.guildhall.model.rpc.MemberRoles;
import io.guildhall.model.rpc.Overwrite;
import io.guildhall.model.rpc.OwnerFrame;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.RelayNotice;
import io.guildhall.model.rpc.RolePermissions;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.Stale;
import io.guildhall.model.rpc.Unknown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AudienceTest {
    private static final ActorKey GUILD = Keys.guild(77);

    private final FakeRelays relays = new FakeRelays();
    private final FakeDiscovery discovery = new FakeDiscovery();
    private final TestClock clock = new TestClock();
    private final List<Long> deliveries = new CopyOnWriteArrayList<>();
    private static final RelaySettings SETTINGS =
            new RelaySettings(100_000, Duration.ofSeconds(10), Duration.ofMillis(1));

    private final AtomicLong nanos = new AtomicLong();
    private final AudienceWatch watch = new AudienceWatch(discovery, relays, SETTINGS, deliveries::add, nanos::get);
    private final Audience audience = new Audience(GUILD, watch.links(), clock);
    private final List<Long> stale = new CopyOnWriteArrayList<>();
    private final List<SessionRef> ended = new CopyOnWriteArrayList<>();
    private long sequence;

    @BeforeEach
    void begin() {
        discovery.set(Role.RELAY, "one");
        watch.watch(new OnlyThisAudience());
        audience.begin(5);
        audience.state(AudienceState.newBuilder().setOwnerId(1).build());
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
        forgets(relay, relay.frames.getLast().getNumber());
        Eventually.until(() -> relay.joined().size() == 2);
        assertThat(relay.backlog()).containsExactly("KEPT");
    }

    @Test
    void whatARelaySaysOfFramesFromBeforeItBeganAnewIsNotNews() {
        join(1);
        FakeRelay relay = relays.relay("one");
        Eventually.until(() -> relay.joined().size() == 1);
        clock.advance(Duration.ofSeconds(1));
        long early = relay.frames.getLast().getNumber();
        forgets(relay, early);
        Eventually.until(() -> relay.joined().size() == 2);
        clock.advance(Duration.ofSeconds(1));
        forgets(relay, early);
        send("AFTER");
        Eventually.until(() -> relay.events().contains("AFTER"));
        assertThat(relay.joined()).hasSize(2);
    }

    @Test
    void aRelayThatForgetsAgainAtOnceIsToldAtTheNextLook() {
        join(1);
        FakeRelay relay = relays.relay("one");
        Eventually.until(() -> relay.joined().size() == 1);
        forgets(relay, relay.frames.getLast().getNumber());
        send("MISSED");
        Eventually.until(() -> {
            watch.check();
            return relay.joined().size() == 2;
        });
        assertThat(relay.backlog()).contains("MISSED");
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
    void ofARelayThatReadsNothingOnlyAWindowIsUnderWay() {
        relays.relay("one").deaf = true;
        join(1);
        for (int index = 0; index < 5_000; index++) {
            send("EVENT");
        }
        assertThat(watch.links().underWay()).isPositive().isLessThanOrEqualTo(SETTINGS.windowBytes());
        assertThat(relays.relay("one").frames).isEmpty();
    }

    @Test
    void aRelayThatTakesFramesInAgainHasItsSessionsJoinWithWhatTheyMissed() {
        FakeRelay relay = relays.relay("one");
        relay.taking = false;
        join(1);
        for (int index = 0; index < 500; index++) {
            send("E" + index);
        }
        Eventually.until(() -> relay.frames.size() > 10);
        int first = relay.events().size();
        assertThat(first).isLessThan(500);
        acknowledge("one", first);

        relay.takeAll();
        Eventually.until(() -> relay.joined().size() == 2);
        send("LATER");

        Eventually.until(() -> relay.events().contains("LATER"));
        List<String> received = new ArrayList<>(relay.events().subList(0, first));
        received.addAll(relay.backlog());
        assertThat(received.stream().distinct())
                .as("gateways drop what repeats")
                .containsExactlyElementsOf(
                        IntStream.range(0, 500).mapToObj(index -> "E" + index).toList());
    }

    @Test
    void aRelayThatTakesNothingInForLongIsLeftForAnother() {
        discovery.set(Role.RELAY, "one", "two");
        FakeRelay one = relays.relay("one");
        FakeRelay two = relays.relay("two");
        one.taking = false;
        two.taking = false;
        join(1);
        Eventually.until(() -> one.joined().size() + two.joined().size() == 1);
        FakeRelay chosen = one.joined().isEmpty() ? two : one;
        FakeRelay other = chosen == one ? two : one;
        send("MISSED");

        nanos.addAndGet(Duration.ofSeconds(11).toNanos());
        watch.check();

        Eventually.until(() -> other.joined().size() == 1);
        assertThat(other.backlog()).containsExactly("MISSED");
        Eventually.until(() -> chosen.cut);
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
    void theOwnerHearsThatItsEpochIsOver() {
        join(1);
        Eventually.until(() -> relays.relay("one").notices != null);
        relays.relay("one")
                .notices
                .emit(RelayNotice.newBuilder()
                        .setActor(GUILD)
                        .setStale(Stale.newBuilder().setEpoch(9))
                        .build());
        Eventually.until(() -> stale.equals(List.of(9L)));
    }

    @Test
    void whatManySessionsMissedIsSentOnce() {
        List<JoiningSession> many = IntStream.range(0, 2_100)
                .mapToObj(number -> session("gateway", number))
                .toList();
        send("MISSED");
        audience.rejoin(many, Positions.of(5, 0), Optional.of(List.of()));
        FakeRelay relay = relays.relay("one");
        Eventually.until(() -> relay.joined().size() == many.size());
        assertThat(relay.backlog()).containsExactly("MISSED");
        assertThat(relay.frames.stream().filter(OwnerFrame::hasJoin).map(frame -> frame.getJoin()
                        .getMore()))
                .containsExactly(true, false);
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
        acknowledge("one", sequence);
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

    private static void forgets(FakeRelay relay, long number) {
        relay.notices.emit(RelayNotice.newBuilder()
                .setActor(GUILD)
                .setUnknown(Unknown.newBuilder().setNumber(number))
                .build());
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
        public void stale(ActorKey key, long newerEpoch) {
            stale.add(newerEpoch);
        }

        @Override
        public void end(ActorKey key, List<SessionRef> sessions) {
            ended.addAll(new ArrayList<>(sessions));
        }
    }
}
