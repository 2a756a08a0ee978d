package io.guildhall.guild.kernel.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.FakeDiscovery;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.AudienceState;
import io.guildhall.model.rpc.JoiningSession;
import io.guildhall.model.rpc.RelayNotice;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.SessionsLeave;
import io.guildhall.testing.Eventually;
import io.guildhall.testing.ManualClock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class AudienceWatchTest {
    private final FakeRelays relays = new FakeRelays();
    private final FakeDiscovery discovery = new FakeDiscovery();
    private final AudienceWatch watch =
            new AudienceWatch(discovery, relays, RelaySettings.USUAL, nanos -> {}, System::nanoTime);
    private final Audience first = new Audience(Keys.guild(1), watch.links(), new ManualClock());
    private final Audience second = new Audience(Keys.guild(2), watch.links(), new ManualClock());
    private final List<ActorKey> ended = new CopyOnWriteArrayList<>();
    private final List<ActorKey> cancelled = new CopyOnWriteArrayList<>();

    @Test
    void anErrorWithOneActorStopsNoticesOfNoOther() {
        discovery.set(Role.RELAY, "one");
        watch.watch(new FirstFails());
        join(first);
        join(second);
        relays.relay("one").notices.emit(lost(first.key()));
        relays.relay("one").notices.emit(lost(second.key()));
        Eventually.until(() -> ended.equals(List.of(second.key())));
    }

    @Test
    void anErrorWithOneActorKeepsAGoneGatewaysSessionsInNoOther() {
        discovery.set(Role.RELAY, "one");
        discovery.set(Role.GATEWAY, "gateway");
        watch.watch(new FirstFails());
        join(first);
        join(second);
        discovery.set(Role.GATEWAY, "another");
        Eventually.until(() -> ended.equals(List.of(second.key())));
    }

    @Test
    void aGatewayThatIsBackWhenThisNodeHearsThatItWentLosesNoSession() {
        discovery.set(Role.RELAY, "one");
        discovery.set(Role.GATEWAY, "gateway");
        watch.watch(new FirstFails());
        join(second);
        discovery.lag(Role.GATEWAY, "another");
        Eventually.until(() -> cancelled.equals(List.of(second.key())));
        assertThat(ended).isEmpty();
    }

    @Test
    void aGatewayOfWhichNobodyCouldSayWhetherItWentIsAskedForAgain() {
        discovery.set(Role.RELAY, "one");
        discovery.set(Role.GATEWAY, "gateway");
        watch.watch(new FirstFails());
        join(second);
        discovery.silent(true);
        discovery.set(Role.GATEWAY, "another");
        Eventually.until(() -> cancelled.equals(List.of(second.key())));
        discovery.silent(false);
        Eventually.until(() -> {
            watch.check();
            return ended.equals(List.of(second.key()));
        });
    }

    @Test
    void aNodeThatLosesSightOfAllOthersEndsNoSession() {
        discovery.set(Role.RELAY, "one");
        discovery.set(Role.GATEWAY, "gateway");
        watch.watch(new FirstFails());
        join(second);
        discovery.set(Role.GATEWAY);
        discovery.set(Role.GATEWAY, "gateway");
        assertThat(ended).isEmpty();
    }

    private static RelayNotice lost(ActorKey key) {
        return RelayNotice.newBuilder()
                .setActor(key)
                .setLost(SessionsLeave.newBuilder().addSessions(session()))
                .build();
    }

    private static SessionRef session() {
        return SessionRef.newBuilder().setGateway("gateway").setNumber(1).build();
    }

    private static void join(Audience audience) {
        audience.begin(1);
        audience.state(AudienceState.newBuilder().setOwnerId(1).build());
        audience.join(List.of(JoiningSession.newBuilder()
                .setSession(Session.newBuilder().setRef(session()).setUserId(1))
                .build()));
    }

    /** Two actors, of which the first can't end sessions. */
    private final class FirstFails implements Audiences {
        @Override
        public List<Audience> audiences() {
            return List.of(first, second);
        }

        @Override
        public Optional<Audience> audience(ActorKey key) {
            return audiences().stream()
                    .filter(audience -> audience.key().equals(key))
                    .findFirst();
        }

        @Override
        public void stale(ActorKey key, long newerEpoch) {}

        @Override
        public SessionDeparture lost(ActorKey key, List<SessionRef> sessions) {
            return departing(key, sessions);
        }

        @Override
        public SessionDeparture departing(ActorKey key, List<SessionRef> sessions) {
            if (key.equals(first.key())) {
                throw new StackOverflowError("on purpose");
            }
            return new SessionDeparture() {
                @Override
                public void confirm() {
                    ended.add(key);
                }

                @Override
                public void cancel() {
                    cancelled.add(key);
                }
            };
        }
    }
}
