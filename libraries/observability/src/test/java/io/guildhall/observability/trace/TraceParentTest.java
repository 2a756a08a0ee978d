package io.guildhall.observability.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.junit.jupiter.api.Test;

class TraceParentTest {
    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();

    @Test
    void theFanOutGoesOnWithTheTraceOfItsCommand() {
        Traces traces = traces(1);
        Span command = traces.begin("owner command", Context.root());

        traces.fanOut(TraceParent.of(command), 7).end();

        assertThat(exporter.getFinishedSpanItems()).singleElement().satisfies(span -> {
            assertThat(span.getTraceId()).isEqualTo(command.getSpanContext().getTraceId());
            assertThat(span.getParentSpanId())
                    .isEqualTo(command.getSpanContext().getSpanId());
            assertThat(span.getAttributes().get(FanOutSampler.SESSIONS)).isEqualTo(7);
        });
    }

    @Test
    void aSpanThatIsNotKeptIsNotHandedOn() {
        assertThat(TraceParent.of(traces(0).begin("owner command", Context.root())))
                .isEmpty();
        assertThat(TraceParent.of(Span.getInvalid())).isEmpty();
    }

    @Test
    void wrongTextBeginsATraceOfItsOwn() {
        traces(1).fanOut("00-nonsense", 1).end();

        assertThat(exporter.getFinishedSpanItems())
                .singleElement()
                .extracting(SpanData::getParentSpanId)
                .isEqualTo("0000000000000000");
    }

    private Traces traces(double ratio) {
        return Traces.to(OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .setSampler(new FanOutSampler(ratio))
                        .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                        .build())
                .build());
    }
}
