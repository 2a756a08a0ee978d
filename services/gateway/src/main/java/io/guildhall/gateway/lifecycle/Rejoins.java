package io.guildhall.gateway.lifecycle;

import io.guildhall.gateway.command.Commands;
import io.guildhall.gateway.command.Owners;
import io.guildhall.gateway.session.LaneActor;
import io.guildhall.gateway.session.Phase;
import io.guildhall.gateway.session.Rejoining;
import io.guildhall.gateway.session.Session;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.Subscribe;
import io.guildhall.observability.process.Guard;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Lets sessions join actors again, each from the position that it stands at, so that it gets what it missed and nothing twice.
 * When the owner has forgotten what came since, or can't be reached for long, the session is over and its client is told. Of an actor that is on
 * the move nobody hears anything; where others go on to hear what these sessions do not, their clients are told within seconds.
 */
@ApplicationScoped
public class Rejoins {
    private static final Logger LOG = Logger.getLogger(Rejoins.class);
    private static final int LARGEST_COMMAND = 1_000;
    /** An attempt that begins at its end takes a few seconds more. */
    private static final Duration UNSERVED = Duration.ofSeconds(15);

    private final Owners owners;
    private final GuildJoin guilds;
    private final Looks looks;

    public Rejoins(Owners owners, GuildJoin guilds, Looks looks) {
        this.owners = owners;
        this.guilds = guilds;
        this.looks = looks;
    }

    /** These sessions of one lane rejoin what they are attached to, where it is concerned. On their lane. */
    void rejoin(Collection<Session> sessions, Predicate<LaneActor> concerned) {
        rejoin(sessions, concerned, owners.patience());
    }

    /** Like {@link #rejoin}, for sessions that have been given up while their actors go on. On their lane. */
    void rejoinAsDropped(Collection<Session> sessions) {
        rejoin(sessions, actor -> true, UNSERVED);
    }

    /**
     * Like {@link #rejoinAsDropped}, for sessions that may have been given up long ago: each goes on from what it received itself, whatever
     * its neighbours received since. On their lane.
     */
    void rejoinAsLost(Collection<Session> sessions, Predicate<LaneActor> concerned) {
        Rejoining.fixAtReceived(sessions, concerned);
        rejoin(sessions, concerned, UNSERVED);
    }

    private void rejoin(Collection<Session> sessions, Predicate<LaneActor> concerned, Duration patience) {
        Rejoining.collect(sessions, concerned)
                .forEach(group -> Guard.PROCESS.run("Rejoining an actor", () -> send(group, patience)));
    }

    private void send(Rejoining group, Duration patience) {
        List<Session> sessions = group.sessions();
        if (group.after().getEpoch() == 0 && group.actor().getKind() == ActorKind.GUILD) {
            sessions.forEach(session ->
                    session.run(() -> guilds.join(session, group.actor().getId())));
            return;
        }
        LOG.debugf("%d sessions rejoin actor %d", sessions.size(), group.actor().getId());
        for (int from = 0; from < sessions.size(); from += LARGEST_COMMAND) {
            send(
                    group,
                    patience,
                    List.copyOf(sessions.subList(from, Math.min(sessions.size(), from + LARGEST_COMMAND))));
        }
    }

    private void send(Rejoining group, Duration patience, List<Session> sessions) {
        Command resume = Commands.resume(group.actor(), sessions, group.after());
        owners.insist(resume, patience, () -> sessions.stream().anyMatch(session -> session.phase() == Phase.READY))
                .subscribe()
                .with(
                        outcome -> {
                            if (outcome.hasFailure()) {
                                invalidate(sessions);
                            } else {
                                cameBack(group.actor(), sessions, resume);
                            }
                        },
                        failure -> {
                            LOG.warnf(
                                    "%d sessions lost actor %d: %s",
                                    sessions.size(), group.actor().getId(), failure);
                            invalidate(sessions);
                        });
    }

    private void cameBack(ActorKey actor, List<Session> sessions, Command resume) {
        if (actor.getKind() == ActorKind.GUILD) {
            Map<SessionRef, Subscribe> with = resume.getAttach().getSubscriptionsList().stream()
                    .collect(Collectors.toMap(Subscribe::getSession, Function.identity(), (first, last) -> last));
            sessions.forEach(session ->
                    session.run(() -> looks.cameBack(session, actor.getId(), with.get(session.reference()))));
        }
    }

    private static void invalidate(List<Session> sessions) {
        sessions.forEach(session -> session.run(() -> session.invalidate(false)));
    }
}
