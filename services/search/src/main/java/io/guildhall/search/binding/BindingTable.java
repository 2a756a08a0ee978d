package io.guildhall.search.binding;

import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.SearchBindings;
import io.guildhall.search.home.Home;
import io.guildhall.search.index.Destination;
import io.guildhall.search.store.Store;
import java.util.Optional;

/** Bindings as they are stored. Of several who change one at the same time one wins. A row without a cell is what a dropped one leaves. */
record BindingTable(Store store) {
    Optional<Binding> read(Home home) {
        return row(home).filter(row -> row.has(SearchBindings.CELL)).map(row -> Binding.of(home, row));
    }

    /** Empty when somebody else has bound it meanwhile. */
    Optional<Binding> insert(Home home, Destination where) {
        Optional<RowView> dropped = row(home);
        if (dropped.isEmpty()) {
            Binding first = Binding.first(home, where);
            return store.writeIf(cells(first).ifAbsent().build()) ? Optional.of(first) : Optional.empty();
        }
        if (dropped.get().has(SearchBindings.CELL)) {
            return Optional.empty();
        }
        long version = dropped.get().get(SearchBindings.VERSION);
        long generation = dropped.get().get(SearchBindings.GENERATION);
        Binding again = new Binding(home, where, version + 1, generation + 1, false);
        return replace(version, cells(again)) ? Optional.of(again) : Optional.empty();
    }

    boolean replace(Binding before, Binding after) {
        return replace(before.version(), cells(after));
    }

    boolean drop(Binding binding) {
        return replace(
                binding.version(),
                Write.to(
                                SearchBindings.TABLE,
                                binding.home().number(),
                                binding.home().id())
                        .set(SearchBindings.VERSION, binding.version() + 1)
                        .set(SearchBindings.CELL, null));
    }

    private boolean replace(long version, Write write) {
        return store.writeIf(write.ifCell(SearchBindings.VERSION, version).build());
    }

    private Optional<RowView> row(Home home) {
        return store.row(SearchBindings.TABLE, home.number(), home.id());
    }

    private static Write cells(Binding binding) {
        return Write.to(
                        SearchBindings.TABLE,
                        binding.home().number(),
                        binding.home().id())
                .set(SearchBindings.VERSION, binding.version())
                .set(SearchBindings.CELL, binding.destination().cell())
                .set(SearchBindings.INDEX_NAME, binding.destination().index())
                .set(SearchBindings.GENERATION, binding.generation())
                .set(SearchBindings.COMPLETE, binding.complete())
                .set(
                        SearchBindings.BESIDE,
                        binding.beside().map(other -> other.where().index()).orElse(null))
                .set(
                        SearchBindings.BESIDE_PHASE,
                        binding.beside().map(other -> other.phase().name()).orElse(null))
                .set(
                        SearchBindings.BESIDE_SINCE,
                        binding.beside().map(Beside::since).orElse(null));
    }
}
