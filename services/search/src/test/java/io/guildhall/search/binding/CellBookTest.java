package io.guildhall.search.binding;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.search.home.Home;
import io.guildhall.search.store.MemoryStores;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CellBookTest {
    private final List<ReadRequest> reads = new ArrayList<>();
    private final CellBook book = new CellBook(MemoryStores.open(reads::add));

    @Test
    void homesOfACellAreCountedFewAtATime() {
        homes(12_000).forEach(home -> book.enter("one", home));
        homes(10).forEach(home -> book.enter("two", home));

        assertThat(book.count("one")).isEqualTo(12_000);
        assertThat(book.count("two")).isEqualTo(10);
        assertThat(book.count("three")).isZero();
        assertThat(reads).hasSizeGreaterThan(3 * CellBook.SLICES).allMatch(read -> read.getLimit() <= 500);
    }

    private static List<Home> homes(int many) {
        return LongStream.rangeClosed(1, many)
                .mapToObj(id -> new Home(ActorKind.GUILD, id))
                .toList();
    }
}
