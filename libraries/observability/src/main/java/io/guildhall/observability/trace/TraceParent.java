package io.guildhall.observability.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;

/**
 * A span in W3C's text form, as frames of long streams carry it from process to process. Empty stands for none: only spans
 * that are kept are handed on.
 */
public final class TraceParent {
    /** The name of the header that has it where there are headers. */
    public static final String HEADER = "traceparent";

    private static final TextMapGetter<String> ONLY = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String carrier) {
            return List.of(HEADER);
        }

        @Override
        public String get(String carrier, String key) {
            return HEADER.equals(key) ? carrier : null;
        }
    };

    private TraceParent() {}

    public static String of(Span span) {
        if (!span.getSpanContext().isSampled()) {
            return "";
        }
        String[] text = {""};
        W3CTraceContextPropagator.getInstance().inject(Context.root().with(span), text, (carrier, key, value) -> {
            if (HEADER.equals(key)) {
                carrier[0] = value;
            }
        });
        return text[0];
    }

    /** The context that a text names; the empty context for text that is empty or wrong. */
    public static Context read(String text) {
        return text == null || text.isEmpty()
                ? Context.root()
                : W3CTraceContextPropagator.getInstance().extract(Context.root(), text, ONLY);
    }
}
