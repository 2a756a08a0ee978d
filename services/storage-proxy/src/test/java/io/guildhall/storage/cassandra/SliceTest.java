package io.guildhall.storage.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.rpc.Bound;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.storage.cassandra.Slice.Edge;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SliceTest {
    private static final Table TABLE = Table.named("t")
            .partition(Column.ofLong("p"))
            .ascending(Column.ofLong("a"), Column.ofLong("b"), Column.ofLong("c"))
            .build();

    private static final Bound OPEN = bound(true);

    @Test
    void openBoundsAreTheWholePartition() {
        assertThat(Slice.between(TABLE, OPEN, OPEN)).containsExactly(slice(equal()));
    }

    @Test
    void equalBoundsAreAnEqualPrefix() {
        assertThat(Slice.between(TABLE, bound(true, 1, 2), bound(true, 1, 2))).containsExactly(slice(equal(1, 2)));
    }

    @Test
    void whatBothBoundsShareIsEqualAndTheRestIsASliceOfOneColumn() {
        assertThat(Slice.between(TABLE, bound(false, 1, 2), bound(true, 1, 5)))
                .containsExactly(new Slice(equal(1), edge(2, false), edge(5, true)));
        assertThat(Slice.between(TABLE, bound(false, 1, 2), bound(true, 1)))
                .containsExactly(new Slice(equal(1), edge(2, false), Optional.empty()));
        assertThat(Slice.between(TABLE, bound(true, 1), bound(false, 1, 2)))
                .containsExactly(new Slice(equal(1), Optional.empty(), edge(2, false)));
    }

    @Test
    void boundsThatPartEarlyAreSeveralSlicesInTheTablesOrder() {
        assertThat(Slice.between(TABLE, bound(true, 1, 2, 3), bound(false, 4, 5)))
                .containsExactly(
                        new Slice(equal(1, 2), edge(3, true), Optional.empty()),
                        new Slice(equal(1), edge(2, false), Optional.empty()),
                        new Slice(equal(), edge(1, false), edge(4, false)),
                        new Slice(equal(4), Optional.empty(), edge(5, false)));
    }

    @Test
    void nothingLiesBetweenBoundsThatCross() {
        assertThat(Slice.between(TABLE, bound(true, 2), bound(true, 1))).isEmpty();
        assertThat(Slice.between(TABLE, bound(true, 1, 3), bound(true, 1, 2))).isEmpty();
        assertThat(Slice.between(TABLE, bound(false, 1), bound(true, 1))).isEmpty();
        assertThat(Slice.between(TABLE, bound(false, 1), bound(true, 1, 9))).isEmpty();
        assertThat(Slice.between(TABLE, bound(true, 1, 9), bound(false, 1))).isEmpty();
        assertThat(Slice.between(TABLE, bound(false), OPEN)).isEmpty();
    }

    @Test
    void aDescendingTableComesFromItsLargestKey() {
        assertThat(Slice.between(Messages.TABLE, bound(true, 9), bound(true, 1)))
                .hasSize(1);
        assertThat(Slice.between(Messages.TABLE, bound(true, 1), bound(true, 9)))
                .isEmpty();
    }

    private static Bound bound(boolean inclusive, long... prefix) {
        return Bound.newBuilder()
                .addAllPrefix(equal(prefix))
                .setInclusive(inclusive)
                .build();
    }

    private static List<io.guildhall.model.rpc.Value> equal(long... values) {
        return LongStream.of(values)
                .mapToObj(value -> io.guildhall.model.rpc.Value.newBuilder()
                        .setLongValue(value)
                        .build())
                .toList();
    }

    private static Optional<Edge> edge(long value, boolean inclusive) {
        return Optional.of(new Edge(equal(value).getFirst(), inclusive));
    }

    private static Slice slice(List<io.guildhall.model.rpc.Value> equal) {
        return new Slice(equal, Optional.empty(), Optional.empty());
    }
}
