package io.guildhall.observability.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Begins the spans of Guildhall. While traces are off, {@link #on} is false and nothing else is called, so that they cost a
 * look at one field.
 */
@Singleton
public final class Traces {
    private final boolean on;
    private final Tracer tracer;

    /** There is no telemetry in an executable that was built without it ({@code quarkus.otel.enabled=false}). */
    @Inject
    public Traces(Instance<OpenTelemetry> telemetry, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean off) {
        this(telemetry.isResolvable() && !off, telemetry.isResolvable() ? telemetry.get() : OpenTelemetry.noop());
    }

    private Traces(boolean on, OpenTelemetry telemetry) {
        this.on = on;
        this.tracer = telemetry.getTracer("io.guildhall");
    }

    /** For programs and tests that trace nothing. */
    public static Traces off() {
        return new Traces(false, OpenTelemetry.noop());
    }

    /** Traces that go where this says. */
    public static Traces to(OpenTelemetry telemetry) {
        return new Traces(true, telemetry);
    }

    public boolean on() {
        return on;
    }

    /** A span below the one that is current on this thread, if there is one. */
    public Span begin(String name) {
        return begin(name, Context.current());
    }

    public Span begin(String name, Context parent) {
        return builder(name, parent).startSpan();
    }

    /** The work on one event for an audience of so many sessions; see {@link FanOutSampler}. */
    public Span fanOut(String traceParent, long sessions) {
        return builder("relay fan-out", TraceParent.read(traceParent))
                .setAttribute(FanOutSampler.SESSIONS, sessions)
                .startSpan();
    }

    private SpanBuilder builder(String name, Context parent) {
        return tracer.spanBuilder(name).setParent(parent);
    }
}
