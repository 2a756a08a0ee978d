package io.guildhall.guild;

import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.observability.trace.TraceParent;
import io.guildhall.observability.trace.Traces;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** One span for each command, from its arrival until its writes are durable: what it is and how it ended, never what is in it. */
@ApplicationScoped
public class CommandTraces {
    private final Traces traces;

    public CommandTraces(Traces traces) {
        this.traces = traces;
    }

    CompletionStage<Outcome> around(Command command, Function<Command, CompletionStage<Outcome>> execute) {
        if (!traces.on()) {
            return execute.apply(command);
        }
        Span span = traces.begin("owner command", parent(command));
        if (!span.isRecording()) {
            return execute.apply(command);
        }
        span.setAttribute("guildhall.actor.kind", command.getActor().getKind().name());
        span.setAttribute("guildhall.command", command.getPayloadCase().name());
        if (command.hasRest()) {
            span.setAttribute("guildhall.operation", command.getRest().getOperation());
        }
        Command traced = command.toBuilder().setTrace(TraceParent.of(span)).build();
        return execute.apply(traced).whenComplete((outcome, failure) -> {
            span.setAttribute(
                    "guildhall.outcome",
                    outcome == null ? "FAILED" : outcome.getResultCase().name());
            span.end();
        });
    }

    /** The caller's span, or the one of the command that had this one told. */
    private static Context parent(Command command) {
        return Span.current().getSpanContext().isValid() ? Context.current() : TraceParent.read(command.getTrace());
    }
}
