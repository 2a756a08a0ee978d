package io.guildhall.gateway.command;

import io.guildhall.gateway.config.GatewayConfig;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.PullReply;
import io.guildhall.model.rpc.PullRequest;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.ownerclient.InOrder;
import io.guildhall.ownerclient.OwnerClient;
import io.guildhall.ownerclient.Terms;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Sends commands to the owners of actors, for as long as this node has patience. */
@ApplicationScoped
public class Owners {
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

    /** Also sent again while nobody knows whether it was done, as long as the caller cares. */
    public Uni<Outcome> insist(Command command, BooleanSupplier wanted) {
        return client.execute(command, Terms.harmless(patience).whileWanted(wanted));
    }
}
