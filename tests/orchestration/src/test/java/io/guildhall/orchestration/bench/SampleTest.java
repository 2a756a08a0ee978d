package io.guildhall.orchestration.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {
    @Test
    void theMiddleTimeAndTheMiddleSizeCount() {
        assertThat(Sample.middle(List.of(Sample.read("1044 42.2"), Sample.read("90 135.0"), Sample.read("500 9.5"))))
                .isEqualTo(new Sample("500", "42.2"));
    }

    @Test
    void oneAloneIsTheMiddle() {
        assertThat(Sample.middle(List.of(Sample.read(" 44 42.2\n")))).isEqualTo(new Sample("44", "42.2"));
    }

    @Test
    void anythingElseIsNoSample() {
        assertThatThrownBy(() -> Sample.read("")).isInstanceOf(IllegalArgumentException.class);
    }
}
