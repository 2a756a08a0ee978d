package io.guildhall.voicemedia;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SsrcsTest {
    private static Ssrcs<String> drawing(int... lots) {
        PrimitiveIterator.OfInt drawn = IntStream.of(lots).iterator();
        return new Ssrcs<>(drawn::nextInt);
    }

    @Test
    void nobodyGetsZeroANegativeOneOrThatOfAnother() {
        Ssrcs<String> ssrcs = drawing(0, -7, 5, 5, 6);
        assertThat(List.of(ssrcs.assign("ann"), ssrcs.assign("bob"))).containsExactly(5, 6);
        assertThat(ssrcs.find(5)).contains("ann");
        assertThat(ssrcs.find(6)).contains("bob");
        assertThat(ssrcs.size()).isEqualTo(2);
    }

    @Test
    void whatIsReleasedIsNobodysAndMayBeGivenAgain() {
        Ssrcs<String> ssrcs = drawing(5, 5);
        ssrcs.release(ssrcs.assign("ann"));
        assertThat(ssrcs.find(5)).isEmpty();
        assertThat(ssrcs.assign("bob")).isEqualTo(5);
    }
}
