package io.guildhall.search.reconcile;

import io.guildhall.observability.process.Rounds;
import io.guildhall.search.binding.CellBook;
import io.guildhall.search.cell.CellLinks;
import io.guildhall.search.cell.Cells;
import io.guildhall.search.config.SearchConfig;
import io.guildhall.search.growth.Growth;
import io.guildhall.search.home.Home;
import io.guildhall.search.home.Shares;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;

/** Goes over the homes of all cells that answer, this node's share of them, one after the other, for as long as the process lives. */
@Singleton
class ReconcileWorker {
    /** A part of a cell's homes. */
    private record Part(String cell, int slice) {}

    private final Cells cells;
    private final CellLinks links;
    private final CellBook book;
    private final Shares shares;
    private final Reconciler reconciler;
    private final Growth growth;
    private final Rounds looking;
    private final Deque<Part> parts = new ArrayDeque<>();
    private final Deque<Home> homes = new ArrayDeque<>();

    ReconcileWorker(
            Cells cells,
            CellLinks links,
            CellBook book,
            Shares shares,
            Reconciler reconciler,
            Growth growth,
            SearchConfig config) {
        this.cells = cells;
        this.links = links;
        this.book = book;
        this.shares = shares;
        this.reconciler = reconciler;
        this.growth = growth;
        this.looking = Rounds.every(config.reconcile(), "search-reconcile", this::look);
    }

    void start(@Observes StartupEvent begin) {
        looking.start();
    }

    /** One home, or the next part of them. */
    private void look() {
        Home next = homes.poll();
        if (next != null) {
            reconciler.look(next);
            growth.look(next);
            return;
        }
        if (parts.isEmpty()) {
            cells.all().keySet().forEach(cell -> {
                for (int slice = 0; slice < CellBook.SLICES; slice++) {
                    parts.add(new Part(cell, slice));
                }
            });
        }
        Part part = parts.poll();
        if (part != null && links.answers(part.cell()) && shares.isOurs("reconcile " + part.cell(), part.slice())) {
            homes.addAll(book.homes(part.cell(), part.slice()));
        }
    }

    @PreDestroy
    void close() {
        looking.stopAndWait();
    }
}
