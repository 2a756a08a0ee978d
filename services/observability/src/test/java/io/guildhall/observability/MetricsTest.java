package io.guildhall.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MetricsTest {
    @Test
    void namesStartWithTheServiceOfTheClass() {
        assertThat(Metrics.name(MetricsTest.class, "lines.redacted"))
                .isEqualTo("guildhall.observability.lines.redacted");
        assertThat(Metrics.name("relay", "events")).isEqualTo("guildhall.relay.events");
    }

    @Test
    void refusesClassesThatBelongToNoService() {
        assertThatThrownBy(() -> Metrics.name(String.class, "events")).isInstanceOf(IllegalArgumentException.class);
    }
}
