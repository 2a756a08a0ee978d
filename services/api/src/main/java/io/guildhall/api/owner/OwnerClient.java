package io.guildhall.api.owner;

import io.grpc.StatusRuntimeException;
import io.guildhall.api.ApiConfig;
import io.guildhall.api.http.RestAnswer;
import io.guildhall.api.http.Unavailable;
import io.guildhall.api.http.Unavailable.NobodyThere;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Peers;
import io.guildhall.model.cluster.Ring;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.operation.HttpMethod;
import io.guildhall.model.operation.catalogue.Operations;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.GuildOwner;
import io.guildhall.model.rpc.Moved;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.observability.Metrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Asks the owner of an actor. A node that no longer owns it names the one that does, which is asked once; if that one
 * does not own it either, ownership is on the move and the caller is told to come back. A read whose owner has gone away is
 * asked again, of whoever owns the actor by then; a change is not, because nobody knows whether it was made.
 */
@ApplicationScoped
public class OwnerClient {
    private static final int ATTEMPTS = 4;
    private static final Duration PAUSE = Duration.ofMillis(400);

    private final Peers<GuildOwner> peers;
    private final Discovery discovery;
    private final ApiConfig config;
    private final Timer answers;

    @Inject
    public OwnerClient(Peers<GuildOwner> peers, Discovery discovery, ApiConfig config, MeterRegistry meters) {
        this.peers = peers;
        this.discovery = discovery;
        this.config = config;
        this.answers = Metrics.hop(meters, OwnerClient.class, "owner", "Calls to owners, until they answer");
    }

    /** The owner's answer to a REST call, refusals among them. */
    public RestAnswer call(ActorKey actor, RestCall call) {
        Command command = Command.newBuilder().setActor(actor).setRest(call).build();
        Outcome outcome = isRead(call) ? executeUntilAnswered(command) : execute(command);
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

    private Outcome executeUntilAnswered(Command command) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return execute(command);
            } catch (StatusRuntimeException | NobodyThere away) {
                if (!Unavailable.is(away)) {
                    throw away;
                }
                pause();
            }
        }
        return execute(command);
    }

    private static boolean isRead(RestCall call) {
        return Operations.byName(call.getOperation())
                .filter(operation -> operation.method() == HttpMethod.GET)
                .isPresent();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ApiException.unavailable();
        }
    }

    private Outcome ask(Node node, Command command) {
        return answers.record(() -> peers.at(node).execute(command).await().atMost(config.ownerDeadline()));
    }
}
