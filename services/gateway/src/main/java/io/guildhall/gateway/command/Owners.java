package io.guildhall.gateway.command;

import io.guildhall.gateway.config.GatewayConfig;
import io.guildhall.model.gateway.Attendance;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.PullReply;
import io.guildhall.model.rpc.PullRequest;
import io.guildhall.model.rpc.Roll;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.ownerclient.InOrder;
import io.guildhall.ownerclient.OwnerClient;
import io.guildhall.ownerclient.Terms;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Sends commands to the owners of actors, for as long as this node has patience. */
@ApplicationScoped
public class Owners {
    /** Sessions of one actor that are asked about together. */
    private static final int MOST_NUMBERS = 10_000;

    private final OwnerClient client;
    private final Duration patience;
    private final InOrder<SessionRef> ofSessions;

    public Owners(OwnerClient client, GatewayConfig config) {
        this.client = client;
        this.patience = config.attach().patience();
        this.ofSessions = new InOrder<>(this::execute);
    }

    /** The outcome; a failed Uni when no owner answered. Sent again only while nothing of it was done. */
    public Uni<Outcome> execute(Command command) {
        return client.execute(command, Terms.once(patience));
    }

    /** Like {@link #execute}, after the commands of this session to the same actor that came before. */
    public Uni<Outcome> inOrder(SessionRef session, Command command) {
        return ofSessions.execute(session, command);
    }

    /** The next of what a ticket stands for; sent once. */
    public Uni<PullReply> pull(ActorKey actor, long ticket) {
        return client.pull(
                PullRequest.newBuilder().setActor(actor).setTicket(ticket).build());
    }

    /** Actors to which, as their owners say, not just these of this node's sessions are attached. Who does not answer is passed over. */
    public Uni<Set<ActorKey>> differing(String node, Map<ActorKey, Attendance> attendances) {
        List<Roll> rolls = new ArrayList<>(attendances.size());
        attendances.forEach((actor, attendance) -> rolls.add(Roll.newBuilder()
                .setActor(actor)
                .setCount(attendance.count())
                .setDigest(attendance.digest())
                .build()));
        return client.callRoll(node, rolls)
                .map(differing -> differing.stream().map(Roll::getActor).collect(Collectors.toSet()));
    }

    /** Those of these sessions of this node that are not attached, as the actors' owners say; an actor may come more than once. */
    public Uni<List<Roll>> missing(String node, Map<ActorKey, List<Long>> sessions) {
        List<Roll> rolls = new ArrayList<>();
        sessions.forEach((actor, numbers) -> {
            for (int from = 0; from < numbers.size(); from += MOST_NUMBERS) {
                int to = Math.min(numbers.size(), from + MOST_NUMBERS);
                rolls.add(Roll.newBuilder()
                        .setActor(actor)
                        .addAllSessions(numbers.subList(from, to))
                        .build());
            }
        });
        return client.callRoll(node, rolls);
    }

    /** Also sent again while nobody knows whether it was done, as long as the caller cares. */
    public Uni<Outcome> insist(Command command, BooleanSupplier wanted) {
        return insist(command, patience, wanted);
    }

    /**
     * Also sent again while nobody knows whether it was done, as long as the caller cares.
     *
     * @param most how long at most, where this node would have more patience
     */
    public Uni<Outcome> insist(Command command, Duration most, BooleanSupplier wanted) {
        Duration shorter = most.compareTo(patience) < 0 ? most : patience;
        return client.execute(command, Terms.harmless(shorter).whileWanted(wanted));
    }

    /** How long this node tries to reach an owner. */
    public Duration patience() {
        return patience;
    }
}
