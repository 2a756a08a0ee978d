package io.guildhall.gateway.lifecycle;

import io.guildhall.gateway.command.Commands;
import io.guildhall.gateway.command.Owners;
import io.guildhall.gateway.session.Session;
import io.guildhall.model.rpc.Command;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Tells owners what sessions say of their users. What is lost is made good when the session says something else or rejoins. */
@ApplicationScoped
public class Presences {
    private static final Logger LOG = Logger.getLogger(Presences.class);

    private final Owners owners;

    public Presences(Owners owners) {
        this.owners = owners;
    }

    /** Tells every actor of the session what it says now, in order with what it said before. On its lane. */
    public void tell(Session session) {
        Command.Builder update = Commands.updatePresence(session);
        session.forEachActor(actor -> owners.inOrder(
                        session.reference(),
                        update.clone().setActor(actor.key()).build())
                .subscribe()
                .with(outcome -> {}, failure -> LOG.debugf("A presence to %d was lost: %s", actor.id(), failure)));
    }
}
