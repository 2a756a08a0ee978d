package io.guildhall.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CellShareTest {
    private final AtomicLong most = new AtomicLong(100);
    private final CellShare share = new CellShare(most::get);

    @Test
    void aRecordThatIsLargerThanTheShareGetsInToo() {
        assertThat(share.take(1_000)).isTrue();
        assertThat(share.take(1)).isFalse();
        assertThat(share.taken()).isEqualTo(1_000);

        share.give(1_000);

        assertThat(share.take(1)).isTrue();
    }

    @Test
    void aLargeRecordWaitsForNoMoreThanASmallOneDoes() {
        assertThat(share.take(99)).isTrue();
        assertThat(share.take(1_000)).isTrue();
        share.give(99);
        assertThat(share.take(1)).isFalse();
    }

    @Test
    void noMoreThanOneGoesBeyondTheShare() {
        assertThat(share.take(99)).isTrue();
        assertThat(share.take(50)).isTrue();
        assertThat(share.take(1)).isFalse();
        assertThat(share.taken()).isEqualTo(149);
    }

    @Test
    void aShareThatGetsSmallerTakesNothingUntilThereIsRoom() {
        assertThat(share.take(50)).isTrue();
        most.set(40);
        assertThat(share.take(1)).isFalse();
        share.give(20);
        assertThat(share.take(1)).isTrue();
    }
}
