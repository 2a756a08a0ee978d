package io.guildhall.relay.owner;

import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.RelayFrame;
import io.guildhall.observability.trace.TraceParent;
import io.guildhall.observability.trace.Traces;
import io.guildhall.relay.audience.LocalAudience;
import io.guildhall.relay.gateway.Outgoing;
import io.guildhall.relay.gateway.Receipt;
import io.opentelemetry.api.trace.Span;

/** Sends events on, with a span around the work for those that are traced. */
public final class TracedFanOut {
    private final Traces traces;

    public TracedFanOut(Traces traces) {
        this.traces = traces;
    }

    void event(LocalAudience audience, Position position, Event event, Outgoing outgoing) {
        if (!traces.on()) {
            audience.event(position, event, outgoing);
            return;
        }
        Span span = traces.fanOut(event.getTrace(), audience.sessions());
        try {
            audience.event(position, event, span.isRecording() ? naming(span, event, outgoing) : outgoing);
        } finally {
            span.end();
        }
    }

    private static Outgoing naming(Span span, Event event, Outgoing outgoing) {
        span.setAttribute("guildhall.event", event.getName());
        String trace = TraceParent.of(span);
        return new Outgoing() {
            @Override
            public void send(String gateway, RelayFrame.Builder frame, Receipt receipt) {
                outgoing.send(gateway, frame.setTrace(trace), receipt);
            }

            @Override
            public void flush() {
                outgoing.flush();
            }

            @Override
            public void whenWithinWindows(Runnable then) {
                outgoing.whenWithinWindows(then);
            }
        };
    }
}
