package io.guildhall.ownerclient;

import io.guildhall.model.cluster.Contract;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Peers;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.GuildOwner;
import io.guildhall.model.rpc.Outcome;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Asks guild nodes only for what their builds know. */
final class KnownOwner {
    private static final Logger LOG = Logger.getLogger(KnownOwner.class);

    private final Peers<GuildOwner> peers;
    private final AtomicBoolean complained = new AtomicBoolean();

    KnownOwner(Peers<GuildOwner> peers) {
        this.peers = peers;
    }

    /** The node's outcome; a refusal of which nothing was done when its build would pass over something of the command. */
    Uni<Outcome> execute(Node node, Command command) {
        int needed = Needs.of(command);
        if (!node.understands(needed)) {
            complain(node, needed);
            return Uni.createFrom()
                    .item(Attempts.notNow("The owner is of an older release, which an upgrade replaces; try again."));
        }
        return peers.at(node).execute(needed == Contract.FIRST_OWNER ? command : saying(needed, command));
    }

    /** Other nodes may hand the command on to one that is older than they say. */
    private static Command saying(int needed, Command command) {
        return command.toBuilder().setNeeds(needed).build();
    }

    private void complain(Node node, int needed) {
        if (complained.compareAndSet(false, true)) {
            LOG.warnf(
                    "Guild node %s is of an older release (contract %d), and is not asked for what needs %d: guild nodes are upgraded"
                            + " before those that ask them",
                    node.id(), node.contract(), needed);
        }
    }
}
