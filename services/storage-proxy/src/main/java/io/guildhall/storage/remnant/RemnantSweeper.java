package io.guildhall.storage.remnant;

import com.google.protobuf.ByteString;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Ring;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import io.guildhall.model.time.Pace;
import io.guildhall.storage.scan.ScanPage;
import io.guildhall.storage.scan.ScanRange;
import io.guildhall.storage.scan.ScannedRow;
import io.guildhall.storage.scan.Scanner;
import io.guildhall.storage.store.StoreException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;

/**
 * Looks for remnants where nobody reads: goes through every table with a required column, range by range, reading nothing
 * but keys and that column, and removes what it finds. The ranges are divided among the storage proxies, a new one each time
 * that a proxy comes or goes.
 *
 * <p>A round takes the ranges in another order each time. So a proxy that ends in the middle of its rounds again and again
 * needs no memory of them: every range has its turn as often as any other.
 */
public final class RemnantSweeper {
    /** Enough that proxies share evenly and a restart loses little. */
    private static final int RANGES = 256;

    private static final int PAGE = 1_000;

    private final Scanner scanner;
    private final RemnantRemover remover;
    private final List<Table> tables;
    private final Discovery discovery;
    private final Pace pace;
    private final RemnantObserver observer;
    private final Random order;

    private record Stretch(Table table, ScanRange range) {}

    /** @param pace of rows that are looked at */
    public RemnantSweeper(
            Scanner scanner,
            RemnantRemover remover,
            List<Table> tables,
            Discovery discovery,
            Pace pace,
            RemnantObserver observer,
            Random order) {
        this.scanner = scanner;
        this.remover = remover;
        this.tables =
                tables.stream().filter(table -> table.required().isPresent()).toList();
        this.discovery = discovery;
        this.pace = pace;
        this.observer = observer;
        this.order = order;
    }

    /**
     * Goes once through all ranges that are this proxy's.
     *
     * @param running once false, the round ends early
     * @throws StoreException when the store fails; what was found so far is removed
     */
    public void round(BooleanSupplier running) throws InterruptedException {
        List<Stretch> stretches = new ArrayList<>();
        for (Table table : tables) {
            scanner.ranges(table, RANGES).forEach(range -> stretches.add(new Stretch(table, range)));
        }
        Collections.shuffle(stretches, order);
        for (int done = 0; done < stretches.size() && running.getAsBoolean(); done++) {
            observer.progress((double) done / stretches.size());
            if (isMine(stretches.get(done))) {
                sweep(stretches.get(done), running);
            }
        }
        observer.progress(1);
    }

    private void sweep(Stretch stretch, BooleanSupplier running) throws InterruptedException {
        Column<?> required = stretch.table().required().orElseThrow();
        Optional<ByteString> position = Optional.empty();
        do {
            ScanPage page = await(scanner.scan(stretch.table(), stretch.range(), position, Set.of(required), PAGE));
            for (ScannedRow row : page.rows()) {
                if (row.cells().isEmpty()) {
                    observer.found();
                    if (await(remover.remove(stretch.table(), row.key()))) {
                        observer.removed();
                    }
                }
            }
            observer.swept(page.rows().size());
            pace.spend(Math.max(1, page.rows().size()));
            position = page.next();
        } while (position.isPresent() && running.getAsBoolean());
    }

    private boolean isMine(Stretch stretch) {
        String self = discovery.self(Role.STORAGE_PROXY).id();
        long key =
                31L * stretch.table().name().hashCode() + stretch.range().from().hashCode();
        return Ring.choose(discovery.nodes(Role.STORAGE_PROXY), key)
                .filter(node -> node.id().equals(self))
                .isPresent();
    }

    private static <T> T await(CompletableFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof StoreException known
                    ? known
                    : new StoreException(StoreException.Reason.FAILED, "the sweep failed", failure.getCause());
        }
    }
}
