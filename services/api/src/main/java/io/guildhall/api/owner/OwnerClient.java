package io.guildhall.api.owner;

import io.guildhall.api.ApiConfig;
import io.guildhall.api.http.RestAnswer;
import io.guildhall.api.http.Unavailable.NobodyThere;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Peers;
import io.guildhall.model.cluster.Ring;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.GuildOwner;
import io.guildhall.model.rpc.Moved;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.RestCall;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Asks the owner of an actor. A node that no longer owns it names the one that does, which is asked once; if that one
 * does not own it either, ownership is on the move and the caller is told to come back.
 */
@ApplicationScoped
public class OwnerClient {
    private final Peers<GuildOwner> peers;
    private final Discovery discovery;
    private final ApiConfig config;

    @Inject
    public OwnerClient(Peers<GuildOwner> peers, Discovery discovery, ApiConfig config) {
        this.peers = peers;
        this.discovery = discovery;
        this.config = config;
    }

    /** The owner's answer to a REST call, refusals among them. */
    public RestAnswer call(ActorKey actor, RestCall call) {
        Outcome outcome =
                execute(Command.newBuilder().setActor(actor).setRest(call).build());
        if (outcome.hasFailure()) {
            return RestAnswer.of(ApiException.from(outcome.getFailure()));
        }
        return RestAnswer.of(
                outcome.getSuccess().getStatus(), outcome.getSuccess().getBody().toByteArray());
    }

    /** Runs a command; the outcome is a success or a failure. */
    public Outcome execute(Command command) {
        Node owner = Ring.choose(discovery.nodes(Role.GUILD), command.getActor().getId())
                .orElseThrow(() -> new NobodyThere("guild"));
        Outcome outcome = ask(owner, command);
        if (outcome.hasMoved()) {
            Moved moved = outcome.getMoved();
            outcome = ask(new Node(moved.getNode(), Role.GUILD, moved.getAddress(), "", false), command);
        }
        if (outcome.hasMoved() || outcome.getResultCase() == Outcome.ResultCase.RESULT_NOT_SET) {
            throw ApiException.unavailable();
        }
        return outcome;
    }

    private Outcome ask(Node node, Command command) {
        return peers.at(node).execute(command).await().atMost(config.ownerDeadline());
    }
}
