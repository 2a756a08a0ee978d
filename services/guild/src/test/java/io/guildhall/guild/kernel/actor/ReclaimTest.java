package io.guildhall.guild.kernel.actor;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.FakeDiscovery;
import io.guildhall.guild.fakes.InMemoryStorage;
import io.guildhall.guild.fakes.TestLogs;
import io.guildhall.guild.kernel.audience.AudienceWatch;
import io.guildhall.guild.kernel.audience.FakeRelays;
import io.guildhall.guild.kernel.audience.FakeRelays.FakeRelay;
import io.guildhall.guild.kernel.audience.RelaySettings;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.JoiningSession;
import io.guildhall.model.rpc.OwnerFrame;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.RelayNotice;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.Stale;
import io.guildhall.storageclient.Timestamps;
import io.guildhall.testing.Eventually;
import io.guildhall.testing.ManualClock;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A relay says that another owner has a later epoch, or the store does. */
class ReclaimTest {
    private static final ActorKey GUILD = Keys.guild(42);

    private final InMemoryStorage storage = new InMemoryStorage();
    private final ManualClock clock = new ManualClock();
    private final FakeRelays relays = new FakeRelays();
    private final FakeRelay relay = relays.relay("one");
    private final FakeDiscovery discovery = new FakeDiscovery();
    private final CounterBehaviour counter = new CounterBehaviour();
    private final AudienceWatch watch = watch(discovery, relays);
    private final Actors actors = owner(discovery, watch, counter);

    /** Takes itself for the owner of everything. */
    private final FakeDiscovery mistaken = new FakeDiscovery();

    private final Actors other = owner(mistaken, watch(mistaken, new FakeRelays()), new CounterBehaviour());

    @BeforeEach
    void aSessionListens() {
        discovery.set(Role.RELAY, "one");
        watch.watch(actors);
        run(actors);
        actors.audience(GUILD).orElseThrow().join(List.of(session()));
        run(actors);
        Eventually.until(() -> relay.events().equals(List.of("COUNT_2")));
        relay.notices.emit(RelayNotice.newBuilder()
                .setActor(GUILD)
                .setAcknowledged(Position.newBuilder().setEpoch(1).setSequence(2))
                .build());
    }

    @Test
    void anOwnerByTheRingClaimsAnewAndItsSessionsReceiveWhatTheMistakenOneDid() {
        run(other);
        isStale(2);

        Eventually.until(() -> relay.joined().size() == 2);
        run(actors);
        Eventually.until(() -> relay.events().contains("COUNT_4"));
        assertThat(relay.backlog()).containsExactly("COUNT_3");
        assertThat(relay.frames.getLast().getPosition().getEpoch()).isEqualTo(3);
        assertThat(counter.loads).containsExactly(1L, 3L);
    }

    @Test
    void itFindsOutByItselfWhenNoRelaySaysSoAndNothingIsWritten() {
        run(other);
        clock.advance(EpochRounds.FRESH.plusMillis(1));
        actors.findClaimed();

        Eventually.until(() -> relay.joined().size() == 2);
        assertThat(relay.backlog()).containsExactly("COUNT_3");
        assertThat(counter.loads).containsExactly(1L, 3L);
    }

    @Test
    void anEpochThatIsNotLaterIsNoNews() {
        isStale(1);
        run(actors);

        Eventually.until(() -> relay.events().contains("COUNT_3"));
        assertThat(counter.loads).containsExactly(1L);
    }

    @Test
    void anOwnerThatIsNoneByTheRingLeavesItsSessionsToTheOther() {
        discovery.set(Role.GUILD, "other");
        isStale(2);

        Eventually.until(() -> relay.frames.stream().anyMatch(OwnerFrame::hasRelease));
        Eventually.until(() -> actors.audiences().isEmpty());
        assertThat(counter.loads).containsExactly(1L);
    }

    private void isStale(long epoch) {
        relay.notices.emit(RelayNotice.newBuilder()
                .setActor(GUILD)
                .setStale(Stale.newBuilder().setEpoch(epoch))
                .build());
    }

    private static void run(Actors owner) {
        owner.execute(Command.newBuilder()
                        .setActor(GUILD)
                        .setInternal(Internal.newBuilder().setStep("add"))
                        .build())
                .toCompletableFuture()
                .join();
    }

    private static JoiningSession session() {
        return JoiningSession.newBuilder()
                .setSession(Session.newBuilder()
                        .setRef(SessionRef.newBuilder().setGateway("gateway").setNumber(1))
                        .setUserId(1))
                .build();
    }

    private static AudienceWatch watch(FakeDiscovery nodes, FakeRelays peers) {
        return new AudienceWatch(nodes, peers, RelaySettings.USUAL, nanos -> {}, System::nanoTime);
    }

    private Actors owner(FakeDiscovery nodes, AudienceWatch links, CounterBehaviour behaviour) {
        ActorCommands nobody = command -> CompletableFuture.completedFuture(Outcomes.broken());
        return new Actors(
                List.of(behaviour),
                new ActorServices(
                        storage,
                        nodes,
                        links.links(),
                        nobody,
                        TestLogs.of(storage, nobody, clock),
                        new EpochClaim(nodes, node -> null, new Timestamps(Clock.systemUTC())),
                        new ActorLimits(100, 100, Duration.ofMinutes(1), true),
                        clock));
    }
}
