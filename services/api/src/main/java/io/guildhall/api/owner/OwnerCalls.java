package io.guildhall.api.owner;

import static java.util.function.Function.identity;

import io.guildhall.api.call.RestAnswer;
import io.guildhall.api.config.ApiConfig;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.operation.HttpMethod;
import io.guildhall.model.operation.catalogue.Operations;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Errand;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.observability.Metrics;
import io.guildhall.ownerclient.OwnerClient;
import io.guildhall.ownerclient.Terms;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Asks the owner of an actor, and waits. While the actor goes from one owner to the next the call waits with it. A read whose
 * owner has gone away is asked again, of whoever owns the actor by then; a change that may have been made is not.
 */
@ApplicationScoped
public class OwnerCalls {
    private static final int INTERNAL_ERROR = 500;

    private final OwnerClient client;
    private final Map<String, Errands> errands;
    private final Duration deadline;
    private final Timer answers;

    @Inject
    public OwnerCalls(OwnerClient client, @All List<Errands> errands, ApiConfig config, MeterRegistry meters) {
        this.client = client;
        this.errands = errands.stream().collect(Collectors.toUnmodifiableMap(Errands::name, identity()));
        this.deadline = config.ownerDeadline();
        this.answers = Metrics.hop(meters, OwnerCalls.class, "owner", "Calls to owners, until they answer");
    }

    /** The owner's answer to a REST call, refusals among them. */
    public RestAnswer call(ActorKey actor, RestCall call) {
        Command command = Command.newBuilder().setActor(actor).setRest(call).build();
        Outcome outcome = execute(command, isRead(call) ? Terms.harmless(deadline) : Terms.once(deadline));
        if (outcome.hasFailure()) {
            return RestAnswer.of(ApiException.from(outcome.getFailure()));
        }
        outcome.getSuccess().getErrandsList().forEach(errand -> begin(actor, errand));
        return RestAnswer.of(
                outcome.getSuccess().getStatus(), outcome.getSuccess().getBody().toByteArray());
    }

    /**
     * How the owner would refuse a REST call now; empty when it would not. An owner of an earlier version takes no rehearsals and
     * answers with 500: it refuses the call itself when it comes.
     */
    public Optional<ApiException> rehearse(ActorKey actor, RestCall call) {
        Command command =
                Command.newBuilder().setActor(actor).setRehearsal(call).build();
        Outcome outcome = execute(command, Terms.harmless(deadline));
        return outcome.hasFailure() && outcome.getFailure().getStatus() != INTERNAL_ERROR
                ? Optional.of(ApiException.from(outcome.getFailure()))
                : Optional.empty();
    }

    /** An owner of a later version may ask for what this one does not know. */
    private void begin(ActorKey from, Errand errand) {
        Errands known = errands.get(errand.getName());
        if (known != null) {
            known.begin(from, errand);
        }
    }

    /** Runs a command that must not run twice; the outcome is a success or a failure. */
    public Outcome execute(Command command) {
        return execute(command, Terms.once(deadline));
    }

    private Outcome execute(Command command, Terms terms) {
        return answers.record(() -> client.execute(command, terms).await().atMost(deadline));
    }

    private static boolean isRead(RestCall call) {
        return Operations.byName(call.getOperation())
                .filter(operation -> operation.method() == HttpMethod.GET)
                .isPresent();
    }
}
