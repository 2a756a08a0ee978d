package io.guildhall.guild.kernel.actor;

import io.guildhall.guild.kernel.audience.SessionDeparture;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.AttachSessions;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.DetachSessions;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.SessionRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Departures that have not happened yet. Sessions that are gone must not stay in anybody's list because the store did not answer just then,
 * so it is tried again for a while; what comes into an actor's line in order to join is taken out first, so that no late attempt ends
 * a session that has come back. Bounded by the sessions that there are.
 */
final class SessionDepartures {
    private static final int ATTEMPTS = 20;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Function<Command, CompletionStage<Outcome>> execute;
    private final Pauses pauses;
    private final Map<ActorKey, List<Departing>> open = new HashMap<>();
    /** Sessions in an actor's line in order to join. */
    private final Map<ActorKey, List<AttachSessions>> inLine = new HashMap<>();

    /** @param execute puts a command into its actor's line; does not block */
    SessionDepartures(Function<Command, CompletionStage<Outcome>> execute, Pauses pauses) {
        this.execute = execute;
        this.pauses = pauses;
    }

    synchronized SessionDeparture begin(ActorKey actor, List<SessionRef> sessions) {
        Departing departing = new Departing(actor, sessions);
        open.computeIfAbsent(actor, key -> new ArrayList<>(1)).add(departing);
        return departing;
    }

    /** A relay lost sessions. It was not told yet of those that stand in line in order to join, and will say so again if they are lost too. */
    synchronized SessionDeparture lost(ActorKey actor, List<SessionRef> sessions) {
        Set<SessionRef> coming = coming(actor).collect(Collectors.toSet());
        return begin(
                actor,
                sessions.stream().filter(session -> !coming.contains(session)).toList());
    }

    /**
     * Puts what lets sessions join into the actor's line. Whatever ends them stands before it there.
     *
     * @param done completes when they have joined or will not
     */
    synchronized void join(ActorKey actor, AttachSessions joining, CompletionStage<?> done, Runnable line) {
        List<Departing> departing = open.get(actor);
        if (departing != null) {
            joining.getSessionsList()
                    .forEach(session -> departing.forEach(one -> one.sessions.remove(session.getRef())));
        }
        inLine.computeIfAbsent(actor, key -> new ArrayList<>(1)).add(joining);
        done.whenComplete((outcome, failure) -> joined(actor, joining));
        line.run();
    }

    /** The numbers of a gateway's sessions that stand in line in order to join. */
    synchronized Set<Long> coming(ActorKey actor, String gateway) {
        return coming(actor)
                .filter(session -> session.getGateway().equals(gateway))
                .map(SessionRef::getNumber)
                .collect(Collectors.toSet());
    }

    private Stream<SessionRef> coming(ActorKey actor) {
        return inLine.getOrDefault(actor, List.of()).stream()
                .flatMap(joining -> joining.getSessionsList().stream())
                .map(Session::getRef);
    }

    private synchronized void joined(ActorKey actor, AttachSessions joining) {
        inLine.computeIfPresent(actor, (key, all) -> {
            all.removeIf(one -> one == joining);
            return all.isEmpty() ? null : all;
        });
    }

    private synchronized void detach(Departing departing, int attempts) {
        if (departing.sessions.isEmpty()) {
            departing.cancel();
            return;
        }
        Command detach = Command.newBuilder()
                .setActor(departing.actor)
                .setDetach(DetachSessions.newBuilder().addAllSessions(departing.sessions))
                .build();
        execute.apply(detach).thenAccept(outcome -> {
            if (attempts > 1 && Outcomes.isUnavailable(outcome)) {
                pauses.after(PAUSE, () -> detach(departing, attempts - 1));
            } else {
                departing.cancel();
            }
        });
    }

    private synchronized void forget(Departing departing) {
        open.computeIfPresent(departing.actor, (actor, all) -> {
            all.remove(departing);
            return all.isEmpty() ? null : all;
        });
    }

    private final class Departing implements SessionDeparture {
        private final ActorKey actor;
        private final Set<SessionRef> sessions;

        private Departing(ActorKey actor, List<SessionRef> sessions) {
            this.actor = actor;
            this.sessions = new LinkedHashSet<>(sessions);
        }

        @Override
        public void confirm() {
            detach(this, ATTEMPTS);
        }

        @Override
        public void cancel() {
            forget(this);
        }
    }
}
