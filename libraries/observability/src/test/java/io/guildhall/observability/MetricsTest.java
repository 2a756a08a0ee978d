package io.guildhall.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MetricsTest {
    @Test
    void namesStartWithTheServiceOfTheClass() {
        assertThat(Metrics.name(MetricsTest.class, "lines.redacted"))
                .isEqualTo("guildhall.observability.lines.redacted");
        assertThat(Metrics.name("relay", "events")).isEqualTo("guildhall.relay.events");
    }

    @Test
    void hopsCountTheirTimesInBuckets() {
        Timer hop = Metrics.hop(new SimpleMeterRegistry(), MetricsTest.class, "delivery", "An event", "kind", "test");

        hop.record(Duration.ofMillis(30));

        assertThat(hop.getId().getName()).isEqualTo("guildhall.observability.delivery");
        assertThat(hop.getId().getTag("kind")).isEqualTo("test");
        assertThat(hop.takeSnapshot().histogramCounts())
                .filteredOn(bucket -> bucket.count() == 1)
                .hasSizeGreaterThan(1)
                .hasSizeLessThan(hop.takeSnapshot().histogramCounts().length);
    }

    @Test
    void refusesClassesThatBelongToNoService() {
        assertThatThrownBy(() -> Metrics.name(String.class, "events")).isInstanceOf(IllegalArgumentException.class);
    }
}
