package io.guildhall.gateway.command;

import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Peers;
import io.guildhall.model.cluster.Ring;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.GuildOwner;
import io.guildhall.model.rpc.Moved;
import io.guildhall.model.rpc.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Sends commands to the owners of actors. A command that meets the wrong node goes once more to the one named. */
@ApplicationScoped
public class Owners {
    private final Discovery discovery;
    private final Peers<GuildOwner> peers;

    public Owners(Discovery discovery, Peers<GuildOwner> peers) {
        this.discovery = discovery;
        this.peers = peers;
    }

    /** The outcome; a failed Uni when no owner can be reached. */
    public Uni<Outcome> execute(Command command) {
        return Uni.createFrom().deferred(() -> {
            Node owner = Ring.choose(
                            discovery.nodes(Role.GUILD), command.getActor().getId())
                    .orElseThrow(() -> new IllegalStateException("no guild node is known"));
            return peers.at(owner)
                    .execute(command)
                    .onItem()
                    .transformToUni(outcome -> outcome.hasMoved()
                            ? peers.at(named(outcome.getMoved())).execute(command)
                            : Uni.createFrom().item(outcome));
        });
    }

    private Node named(Moved moved) {
        return discovery.nodes(Role.GUILD).stream()
                .filter(node -> node.id().equals(moved.getNode()))
                .findFirst()
                .orElseGet(() -> new Node(moved.getNode(), Role.GUILD, moved.getAddress(), "", false));
    }
}
