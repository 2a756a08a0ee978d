package io.guildhall.storage.moving;

import com.google.protobuf.ByteString;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.catalogue.Catalogue;
import io.guildhall.storage.scan.Importer;
import io.guildhall.storage.scan.ScanPage;
import io.guildhall.storage.scan.ScanRange;
import io.guildhall.storage.scan.Scanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * Copies what a checkpoint leaves to be copied, several ranges at a time. In each range the next page is read while the one
 * before is written, and a page is ticked off when it is durable in the target.
 */
final class Copy {
    /** Few enough that a repeated page costs nothing, enough that the sync of a checkpoint is shared by many rows. */
    private static final int PAGE_ROWS = 500;

    /** So many ranges for each worker: the last ones to finish are then short. */
    private static final int RANGES_PER_WORKER = 4;

    private final Scanner source;
    private final Importer target;
    private final Checkpoint checkpoint;
    private final Pace pace;
    private final Retries retries;
    private final CopyObserver observer;

    Copy(Scanner source, Importer target, Checkpoint checkpoint, Pace pace, Retries retries, CopyObserver observer) {
        this.source = source;
        this.target = target;
        this.checkpoint = checkpoint;
        this.pace = pace;
        this.retries = retries;
        this.observer = observer;
    }

    /** Everything, as tasks for so many workers. */
    static List<CopyTask> plan(Scanner source, int workers) {
        List<CopyTask> tasks = new ArrayList<>();
        for (Table table : Catalogue.TABLES) {
            for (ScanRange range : source.ranges(table, workers * RANGES_PER_WORKER)) {
                tasks.add(CopyTask.of(table, range));
            }
        }
        return tasks;
    }

    /** @throws io.guildhall.storage.store.StoreException what ended it; the checkpoint says how far it came */
    void run(int workers) throws InterruptedException {
        List<CopyTask> tasks = checkpoint.tasks();
        List<Integer> open = IntStream.range(0, tasks.size())
                .filter(number -> !tasks.get(number).done())
                .boxed()
                .toList();
        Crew.work(workers, open, number -> copy(number, tasks.get(number)));
    }

    private void copy(int number, CopyTask begun) throws InterruptedException {
        CopyTask task = begun;
        CompletableFuture<ScanPage> ahead = page(task, task.next());
        while (!task.done()) {
            CompletableFuture<ScanPage> read = ahead;
            CopyTask present = task;
            ScanPage page = retries.call(() -> orAgain(read, present));
            if (page.next().isPresent()) {
                ahead = page(task, page.next());
            }
            pace.take(page.rows().size());
            retries.call(() ->
                    target.put(present.table(), page.rows(), checkpoint.plan().time()));
            task = task.after(page.next(), page.rows().size());
            checkpoint.set(number, task);
            observer.copied(task, page.rows().size());
        }
    }

    /** The page that was read ahead; read again when that failed. */
    private CompletableFuture<ScanPage> orAgain(CompletableFuture<ScanPage> ahead, CopyTask task) {
        return ahead.isCompletedExceptionally() ? page(task, task.next()) : ahead;
    }

    private CompletableFuture<ScanPage> page(CopyTask task, Optional<ByteString> position) {
        return source.scan(task.table(), task.range(), position, Rows.cells(task.table()), PAGE_ROWS);
    }
}
