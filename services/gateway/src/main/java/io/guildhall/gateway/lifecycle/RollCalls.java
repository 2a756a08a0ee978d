package io.guildhall.gateway.lifecycle;

import io.guildhall.gateway.command.Owners;
import io.guildhall.gateway.config.GatewayConfig;
import io.guildhall.gateway.session.Lane;
import io.guildhall.gateway.session.Rolls;
import io.guildhall.gateway.session.Session;
import io.guildhall.model.gateway.Attendance;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Roll;
import io.guildhall.observability.process.Guard;
import io.guildhall.observability.process.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Asks owners from time to time whether the sessions that this node believes to be attached to their actors are, and lets those rejoin
 * that are not. Owners change in many ways, and whoever joins one that is about to go, or that only believes to be one, could otherwise
 * stay connected and hear nothing for ever. Counts and digests are compared first, and numbers only where those differ.
 *
 * <p>Whoever is missing at two calls in a row rejoins: after one it may still be on its way.
 */
@ApplicationScoped
public class RollCalls {
    private static final Logger LOG = Logger.getLogger(RollCalls.class);

    private final SessionRegistry registry;
    private final Owners owners;
    private final Rejoins rejoins;
    private final GatewayMeasures measures;
    private final Rounds rounds;
    private final AtomicBoolean calling = new AtomicBoolean();
    /** Missing at the last call. No more than there are sessions. */
    private volatile Map<ActorKey, Set<Long>> missed = Map.of();

    public RollCalls(
            SessionRegistry registry, Owners owners, Rejoins rejoins, GatewayMeasures measures, GatewayConfig config) {
        this.registry = registry;
        this.owners = owners;
        this.rejoins = rejoins;
        this.measures = measures;
        this.rounds = Rounds.every(config.attach().rollCall(), "roll-calls", this::call);
    }

    void start(@Observes StartupEvent event) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.stop();
    }

    private void call() {
        if (!calling.compareAndSet(false, true)) {
            return;
        }
        Uni.createFrom()
                .deferred(() -> onLanes(Rolls::attendances, Attendance::and))
                .chain(attendances -> owners.differing(registry.node(), attendances))
                .chain(differing -> differing.isEmpty()
                        ? noNumbers()
                        : onLanes(lane -> Rolls.numbers(lane, differing), RollCalls::joined))
                .chain(numbers -> owners.missing(registry.node(), numbers))
                .eventually(() -> calling.set(false))
                .subscribe()
                .with(this::answered, failure -> LOG.warnf("The roll could not be called: %s", failure));
    }

    private void answered(List<Roll> missing) {
        Map<ActorKey, Set<Long>> before = missed;
        Map<ActorKey, Set<Long>> now = new HashMap<>();
        missing.forEach(roll ->
                now.computeIfAbsent(roll.getActor(), actor -> new HashSet<>()).addAll(roll.getSessionsList()));
        missed = now;
        now.forEach((actor, sessions) -> Guard.PROCESS.run(
                "Rejoining an actor", () -> rejoinAgain(actor, sessions, before.getOrDefault(actor, Set.of()))));
    }

    private void rejoinAgain(ActorKey actor, Set<Long> missing, Set<Long> before) {
        List<Long> again = missing.stream().filter(before::contains).toList();
        if (!again.isEmpty()) {
            LOG.warnf("%d sessions were not attached to actor %d and rejoin it", again.size(), actor.getId());
            measures.missing(again.size());
            rejoin(actor, again);
        }
    }

    private void rejoin(ActorKey actor, List<Long> numbers) {
        Map<Lane, List<Long>> byLane = new HashMap<>();
        numbers.forEach(number -> byLane.computeIfAbsent(registry.lanes().ofNumber(number), lane -> new ArrayList<>())
                .add(number));
        byLane.forEach((lane, theirs) -> lane.runLater(() -> {
            List<Session> sessions =
                    theirs.stream().map(lane::find).filter(Objects::nonNull).toList();
            rejoins.rejoinAsLost(sessions, other -> other.id() == actor.getId() && other.kind() == actor.getKind());
        }));
    }

    private static Uni<Map<ActorKey, List<Long>>> noNumbers() {
        return Uni.createFrom().item(Map.of());
    }

    private static List<Long> joined(List<Long> some, List<Long> others) {
        List<Long> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    /** What this finds on each lane, put together. */
    private <T> Uni<Map<ActorKey, T>> onLanes(Function<Lane, Map<ActorKey, T>> find, BinaryOperator<T> merge) {
        List<Uni<Map<ActorKey, T>>> parts = new ArrayList<>();
        for (Lane lane : registry.lanes().all()) {
            parts.add(Uni.createFrom()
                    .emitter(found -> lane.runLater(() -> {
                        try {
                            found.complete(find.apply(lane));
                        } catch (Throwable failure) {
                            Guard.PROCESS.check(failure);
                            found.fail(failure);
                        }
                    })));
        }
        if (parts.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Uni.join().all(parts).andFailFast().map(maps -> {
            Map<ActorKey, T> all = new HashMap<>();
            maps.forEach(part -> part.forEach((actor, found) -> all.merge(actor, found, merge)));
            return all;
        });
    }
}
