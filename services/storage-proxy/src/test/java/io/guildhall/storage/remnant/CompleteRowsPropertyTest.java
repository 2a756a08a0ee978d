package io.guildhall.storage.remnant;

import static io.guildhall.storage.remnant.SweptStore.CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.storage.store.Stores;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class CompleteRowsPropertyTest {
    @Property(tries = 300)
    void aPageIsTheSameAsIfThereWereNoRemnants(
            @ForAll @Size(max = 60) List<Boolean> whole,
            @ForAll @IntRange(max = 62) int low,
            @ForAll @IntRange(max = 62) int high,
            @ForAll @IntRange(min = 1, max = 20) int limit,
            @ForAll boolean reverse) {
        SweptStore rows = new SweptStore();
        rows.holdsRemovals = true;
        List<Long> expected = new ArrayList<>();
        for (int id = 0; id < whole.size(); id++) {
            if (whole.get(id)) {
                rows.message(0, id);
                if (id >= low && id < high) {
                    expected.add((long) id);
                }
            } else {
                rows.remnant(0, id);
            }
        }
        Read read = Read.from(Messages.TABLE, CHANNEL, 0L)
                .after((long) high)
                .endingAt((long) low)
                .limit(limit);

        try (CompleteRows store = new CompleteRows(rows, 100, RemnantObserver.NONE)) {
            assertThat(Stores.rows(store, Messages.TABLE, (reverse ? read.reversed() : read).build()))
                    .extracting(row -> row.get(Messages.MESSAGE_ID))
                    .isEqualTo((reverse ? expected : expected.reversed())
                            .stream().limit(limit).toList());
        }
    }
}
