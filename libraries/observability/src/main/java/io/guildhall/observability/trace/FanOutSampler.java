package io.guildhall.observability.trace;

import io.guildhall.observability.ObservabilityConfig;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Which spans are kept. A trace is kept at the configured ratio, and what belongs to it follows. The fan-out of an event
 * carries the number of its sessions and is kept at {@code ratio * min(1, FULL / sessions)}, with what follows from it: a
 * fan-out to 100 sessions as often as any request, one to 10,000 a hundred times less. The trace's id decides, the same way
 * on every node, and no part of a trace is kept where its beginning was not.
 */
@Singleton
public final class FanOutSampler implements Sampler {
    /** How many sessions listen to the actor whose event is sent. */
    public static final AttributeKey<Long> SESSIONS = AttributeKey.longKey("guildhall.fanout.sessions");

    /** Up to so many sessions a fan-out is like any other span. */
    static final int FULL = 100;

    private static final int HEXADECIMAL = 16;
    private static final int RANDOM_PART = 16;

    private final double ratio;

    @Inject
    public FanOutSampler(ObservabilityConfig config) {
        this(config.traceRatio());
    }

    FanOutSampler(double ratio) {
        if (!(ratio >= 0 && ratio <= 1)) {
            throw new IllegalArgumentException("guildhall.observability.trace-ratio is from 0 to 1, not " + ratio);
        }
        this.ratio = ratio;
    }

    @Override
    public SamplingResult shouldSample(
            Context parentContext,
            String traceId,
            String name,
            SpanKind kind,
            Attributes attributes,
            List<LinkData> parentLinks) {
        SpanContext parent = Span.fromContext(parentContext).getSpanContext();
        if (parent.isValid() && !parent.isSampled()) {
            return SamplingResult.drop();
        }
        Long sessions = attributes.get(SESSIONS);
        boolean kept =
                sessions == null ? parent.isValid() || below(traceId, ratio) : below(traceId, ratio * share(sessions));
        return kept ? SamplingResult.recordAndSample() : SamplingResult.drop();
    }

    @Override
    public String getDescription() {
        return "FanOutSampler{" + ratio + "}";
    }

    private static double share(long sessions) {
        return Math.min(1, (double) FULL / Math.max(1, sessions));
    }

    private static boolean below(String traceId, double rate) {
        long random = Long.parseUnsignedLong(traceId, RANDOM_PART, traceId.length(), HEXADECIMAL) >>> 1;
        return rate >= 1 || random < rate * Long.MAX_VALUE;
    }
}
