package io.guildhall.search.operate;

import io.guildhall.observability.process.Rounds;
import io.guildhall.search.binding.Binding;
import io.guildhall.search.binding.Bindings;
import io.guildhall.search.binding.CellBook;
import io.guildhall.search.cell.Cells;
import io.guildhall.search.config.SearchConfig;
import io.guildhall.search.home.Home;
import io.guildhall.search.home.Shares;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Empties cells: binds what is there elsewhere, this node's share of it. Goes on for as long as something is bound to such a cell. */
@Singleton
class CellDrain {
    private final Cells cells;
    private final CellBook book;
    private final Bindings bindings;
    private final Operator operator;
    private final Shares shares;
    private final Rounds looking;

    CellDrain(Cells cells, CellBook book, Bindings bindings, Operator operator, Shares shares, SearchConfig config) {
        this.cells = cells;
        this.book = book;
        this.bindings = bindings;
        this.operator = operator;
        this.shares = shares;
        this.looking = Rounds.every(config.look(), "search-drain", this::look);
    }

    void start(@Observes StartupEvent begin) {
        looking.start();
    }

    private void look() {
        cells.all().keySet().stream().filter(book::isDraining).forEach(this::empty);
    }

    private void empty(String cell) {
        for (int slice = 0; slice < CellBook.SLICES; slice++) {
            if (shares.isOurs(cell, slice)) {
                book.homes(cell, slice).forEach(home -> move(cell, home));
            }
        }
    }

    private void move(String cell, Home home) {
        Optional<Binding> binding = bindings.current(home);
        if (binding.isPresent() && binding.get().destination().cell().equals(cell)) {
            operator.bind(home, Optional.empty());
        } else {
            book.leave(cell, home);
        }
    }

    @PreDestroy
    void close() {
        looking.stopAndWait();
    }
}
