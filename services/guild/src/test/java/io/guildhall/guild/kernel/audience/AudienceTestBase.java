package io.guildhall.guild.kernel.audience;

import io.guildhall.guild.FakeDiscovery;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.audience.FakeRelays.FakeRelay;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.AudienceState;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.JoiningSession;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.RelayNotice;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.Unknown;
import io.guildhall.testing.Eventually;
import io.guildhall.testing.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;

/** An audience with relays that are looked into, of which "one" is there from the beginning. */
abstract class AudienceTestBase {
    static final ActorKey GUILD = Keys.guild(77);
    static final RelaySettings SETTINGS = new RelaySettings(100_000, Duration.ofSeconds(10), Duration.ofMillis(1));

    final FakeRelays relays = new FakeRelays();
    final FakeDiscovery discovery = new FakeDiscovery();
    final ManualClock clock = new ManualClock();
    final List<Long> deliveries = new CopyOnWriteArrayList<>();
    final AtomicLong nanos = new AtomicLong();
    /** How often the time was asked for: each try to find a place for sessions asks once. */
    final AtomicLong timeAsked = new AtomicLong();

    final AudienceWatch watch = new AudienceWatch(discovery, relays, SETTINGS, deliveries::add, () -> {
        timeAsked.incrementAndGet();
        return nanos.get();
    });
    final Audience audience = new Audience(GUILD, watch.links(), clock);
    final List<Long> stale = new CopyOnWriteArrayList<>();
    final List<SessionRef> ended = new CopyOnWriteArrayList<>();
    long sequence;

    @BeforeEach
    void begin() {
        discovery.set(Role.RELAY, "one");
        watch.watch(new OnlyThisAudience());
        audience.begin(5);
        audience.state(AudienceState.newBuilder().setOwnerId(1).build());
    }

    void join(long user) {
        audience.join(List.of(session("gateway", user)));
    }

    static void forgets(FakeRelay relay, long number) {
        relay.notices.emit(RelayNotice.newBuilder()
                .setActor(GUILD)
                .setUnknown(Unknown.newBuilder().setNumber(number))
                .build());
    }

    static JoiningSession session(String gateway, long number) {
        return JoiningSession.newBuilder()
                .setSession(Session.newBuilder()
                        .setRef(SessionRef.newBuilder().setGateway(gateway).setNumber(number))
                        .setUserId(number))
                .build();
    }

    void send(String name) {
        audience.send(
                Positions.of(5, ++sequence), Event.newBuilder().setName(name).build());
    }

    void acknowledge(String relay, long through) {
        relays.relay(relay)
                .notices
                .emit(RelayNotice.newBuilder()
                        .setActor(GUILD)
                        .setAcknowledged(Position.newBuilder().setEpoch(5).setSequence(through))
                        .build());
    }

    /** The relay has taken everything, the first timed event too, and the owner has heard of it. */
    void acknowledgeAll(String relay) {
        int before = deliveries.size();
        acknowledge(relay, sequence);
        Eventually.until(() -> deliveries.size() > before);
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
        public SessionDeparture lost(ActorKey key, List<SessionRef> sessions) {
            return departing(key, sessions);
        }

        @Override
        public SessionDeparture departing(ActorKey key, List<SessionRef> sessions) {
            return new SessionDeparture() {
                @Override
                public void confirm() {
                    ended.addAll(sessions);
                }

                @Override
                public void cancel() {}
            };
        }
    }
}
