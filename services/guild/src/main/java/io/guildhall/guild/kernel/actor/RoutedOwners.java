package io.guildhall.guild.kernel.actor;

import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Peers;
import io.guildhall.model.cluster.Ring;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.GuildOwner;
import io.guildhall.model.rpc.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Chooses the owner by the ring, and asks once more where Moved points to. */
public final class RoutedOwners implements Owners {
    private final Discovery discovery;
    private final Peers<GuildOwner> peers;
    private final Duration timeout;

    public RoutedOwners(Discovery discovery, Peers<GuildOwner> peers, Duration timeout) {
        this.discovery = discovery;
        this.peers = peers;
        this.timeout = timeout;
    }

    @Override
    public CompletionStage<Outcome> execute(Command command) {
        List<Node> nodes = discovery.nodes(Role.GUILD);
        return ask(Ring.choose(nodes, command.getActor().getId()), command)
                .thenCompose(outcome -> outcome.hasMoved() ? followed(outcome, command) : completed(outcome));
    }

    private CompletionStage<Outcome> followed(Outcome moved, Command command) {
        Optional<Node> owner = discovery.nodes(Role.GUILD).stream()
                .filter(node -> node.id().equals(moved.getMoved().getNode()))
                .findFirst();
        return ask(owner, command)
                .thenApply(outcome ->
                        outcome.hasMoved() ? Outcomes.unavailable("The owner is changing; try again.") : outcome);
    }

    private CompletionStage<Outcome> ask(Optional<Node> node, Command command) {
        if (node.isEmpty()) {
            return completed(Outcomes.unavailable("No guild node is known."));
        }
        return peers.at(node.get())
                .execute(command)
                .ifNoItem()
                .after(timeout)
                .fail()
                .onFailure()
                .recoverWithItem(failure -> Outcomes.unavailable("The owner can't be reached; try again."))
                .subscribeAsCompletionStage();
    }

    private static CompletionStage<Outcome> completed(Outcome outcome) {
        return CompletableFuture.completedFuture(outcome);
    }
}
