package io.guildhall.ownerclient;

import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Peers;
import io.guildhall.model.cluster.Ring;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.GuildOwner;
import io.guildhall.model.rpc.Moved;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.PullReply;
import io.guildhall.model.rpc.PullRequest;
import io.guildhall.model.rpc.Roll;
import io.guildhall.model.rpc.RollCallReply;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one way to the owners of actors.
 *
 * <p>A command goes to the node that the ring gives the actor to. A node that no longer owns it names the one that does,
 * which is asked once. While ownership is on the move - two nodes name each other, the owner drains or starts, nobody is
 * known - the command is sent again with growing pauses, for as long as the {@link Terms} allow: callers see the answer
 * late rather than a refusal. What was certainly not done may always be sent again; what may have been done - the
 * connection broke, no answer came, the store did not say - only when it is harmless.
 *
 * <p>A node of an older build is asked only for what it knows; the rest waits, and is refused, in the same way: a node of
 * this build may own the actor soon.
 *
 * <p>Commands leave in the order in which the Unis are subscribed to, but one that has to be sent again is overtaken by
 * those after it. Callers who send without waiting for answers, and whose order matters, use {@link InOrder}.
 */
@Singleton
public class OwnerClient {
    private final Discovery discovery;
    private final Peers<GuildOwner> peers;
    private final KnownOwner known;
    private final Waiting waiting;

    @Inject
    public OwnerClient(Discovery discovery, Peers<GuildOwner> peers) {
        this(discovery, peers, Waiting.real());
    }

    public OwnerClient(Discovery discovery, Peers<GuildOwner> peers, Waiting waiting) {
        this.discovery = discovery;
        this.peers = peers;
        this.known = new KnownOwner(peers);
        this.waiting = waiting;
    }

    /**
     * The owner's success or failure, the last one when there were several attempts; a failed Uni when the last attempt
     * ended without an answer. An attempt ends at the deadline of calls between nodes at the latest. Each subscription
     * sends anew; a cancelled one sends no more.
     */
    public Uni<Outcome> execute(Command command, Terms terms) {
        return Uni.createFrom().deferred(() -> new Attempts(waiting, terms).run(attempt(command)));
    }

    /** Asks the owner of the ticket's actor, once: a pull whose answer is lost can't be repeated. A failed Uni without an answer. */
    public Uni<PullReply> pull(PullRequest request) {
        return Uni.createFrom().deferred(() -> Ring.choose(
                        discovery.nodes(Role.GUILD), request.getActor().getId())
                .map(owner -> peers.at(owner).pull(request))
                .orElseGet(() -> Uni.createFrom()
                        .item(PullReply.newBuilder().setUnknownTicket(true).build())));
    }

    /**
     * Asks the owners of these rolls' actors, each node a few thousand sessions or actors at a time, one question after the other.
     *
     * @return what differs, in no order; nothing of nodes that do not answer
     */
    public Uni<List<Roll>> callRoll(String gateway, List<Roll> rolls) {
        return Uni.createFrom().deferred(() -> {
            List<Node> nodes = discovery.nodes(Role.GUILD);
            Map<Node, List<Roll>> byOwner = new HashMap<>();
            rolls.forEach(roll -> Ring.choose(nodes, roll.getActor().getId())
                    .ifPresent(owner -> byOwner.computeIfAbsent(owner, first -> new ArrayList<>())
                            .add(roll)));
            return Multi.createFrom()
                    .iterable(byOwner.entrySet())
                    .onItem()
                    .transformToMultiAndMerge(owner -> RollQuestions.of(gateway, owner.getValue())
                            .onItem()
                            .transformToUniAndConcatenate(question ->
                                    peers.at(owner.getKey()).callRoll(question).map(RollCallReply::getDifferingList))
                            .onFailure()
                            .recoverWithCompletion())
                    .onItem()
                    .<Roll>disjoint()
                    .collect()
                    .asList();
        });
    }

    private Uni<Outcome> attempt(Command command) {
        return Uni.createFrom().deferred(() -> {
            Optional<Node> owner =
                    Ring.choose(discovery.nodes(Role.GUILD), command.getActor().getId());
            if (owner.isEmpty()) {
                return Uni.createFrom().item(Attempts.notNow("No guild node is known."));
            }
            return known.execute(owner.get(), command)
                    .onItem()
                    .transformToUni(outcome -> outcome.hasMoved()
                            ? known.execute(named(outcome.getMoved()), command)
                            : Uni.createFrom().item(outcome));
        });
    }

    /** The node may be one that this process's discovery does not know yet. */
    private Node named(Moved moved) {
        return discovery.nodes(Role.GUILD).stream()
                .filter(node -> node.id().equals(moved.getNode()))
                .findFirst()
                .orElseGet(() ->
                        new Node(moved.getNode(), Role.GUILD, moved.getAddress(), "", false, moved.getContract()));
    }
}
