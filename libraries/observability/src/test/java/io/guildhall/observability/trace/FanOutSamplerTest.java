package io.guildhall.observability.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FanOutSamplerTest {
    private static final int TRACES = 100_000;

    @ParameterizedTest
    @CsvSource({
        "0.5, 1, 0.5",
        "0.5, 100, 0.5",
        "0.5, 200, 0.25",
        "0.5, 1000, 0.05",
        "1, 50, 1",
        "1, 10000, 0.01",
        "0, 1, 0"
    })
    void aLargerFanOutIsKeptLessOften(double ratio, long sessions, double expected) {
        assertThat(share(new FanOutSampler(ratio), Context.root(), sessions)).isCloseTo(expected, Offset.offset(0.01));
    }

    @Test
    void requestsAreKeptAtTheRatio() {
        assertThat(share(new FanOutSampler(0.2), Context.root(), 0)).isCloseTo(0.2, Offset.offset(0.01));
    }

    @Test
    void whatBelongsToATraceFollowsItsBeginning() {
        FanOutSampler sampler = new FanOutSampler(0.2);

        assertThat(share(sampler, parent(TraceFlags.getSampled()), 0)).isOne();
        assertThat(share(sampler, parent(TraceFlags.getDefault()), 0)).isZero();
        assertThat(share(sampler, parent(TraceFlags.getDefault()), 1)).isZero();
    }

    @Test
    void theSameTraceIsDecidedTheSameWayEverywhere() {
        String low = "000000000000000a0000000000000001";
        String high = "000000000000000affffffffffffffff";

        assertThat(kept(new FanOutSampler(0.01), Context.root(), low, 10_000)).isTrue();
        assertThat(kept(new FanOutSampler(0.01), Context.root(), high, 1)).isFalse();
    }

    @Test
    void aRatioThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new FanOutSampler(1.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FanOutSampler(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    private static double share(FanOutSampler sampler, Context parent, long sessions) {
        Random random = new Random(7);
        int kept = 0;
        for (int trace = 0; trace < TRACES; trace++) {
            String id = "%016x%016x".formatted(random.nextLong() | 1, random.nextLong());
            kept += kept(sampler, parent, id, sessions) ? 1 : 0;
        }
        return (double) kept / TRACES;
    }

    private static boolean kept(FanOutSampler sampler, Context parent, String traceId, long sessions) {
        Attributes attributes = sessions == 0 ? Attributes.empty() : Attributes.of(FanOutSampler.SESSIONS, sessions);
        return sampler.shouldSample(parent, traceId, "any", SpanKind.INTERNAL, attributes, List.of())
                        .getDecision()
                == SamplingDecision.RECORD_AND_SAMPLE;
    }

    private static Context parent(TraceFlags flags) {
        return Context.root()
                .with(Span.wrap(SpanContext.createFromRemoteParent(
                        "000000000000000a0000000000000001", "000000000000000b", flags, TraceState.getDefault())));
    }
}
