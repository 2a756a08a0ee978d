package io.guildhall.gateway.command;

import io.guildhall.gateway.config.GatewayConfig;
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
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Sends commands to the owners of actors. A command that meets the wrong node goes once more to the one named. */
@ApplicationScoped
public class Owners {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Discovery discovery;
    private final Peers<GuildOwner> peers;
    private final Duration patience;

    public Owners(Discovery discovery, Peers<GuildOwner> peers, GatewayConfig config) {
        this.discovery = discovery;
        this.peers = peers;
        this.patience = config.attach().patience();
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
                            : Uni.createFrom().item(outcome))
                    .onItem()
                    .invoke(outcome -> {
                        if (outcome.hasMoved()) {
                            throw new IllegalStateException("the owner of an actor is changing");
                        }
                    });
        });
    }

    /** Like {@link #execute}, and tries again with growing pauses while nobody can be reached and the caller cares. */
    public Uni<Outcome> insist(Command command, BooleanSupplier wanted) {
        return execute(command)
                .onFailure(failure -> wanted.getAsBoolean())
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .expireIn(patience.toMillis());
    }

    private Node named(Moved moved) {
        return discovery.nodes(Role.GUILD).stream()
                .filter(node -> node.id().equals(moved.getNode()))
                .findFirst()
                .orElseGet(() -> new Node(moved.getNode(), Role.GUILD, moved.getAddress(), "", false));
    }
}
