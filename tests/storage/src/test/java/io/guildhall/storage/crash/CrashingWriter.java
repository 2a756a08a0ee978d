package io.guildhall.storage.crash;

import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.EventOutbox;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.storage.embedded.EmbeddedStore;
import io.guildhall.storage.embedded.EmbeddedStoreOptions;
import io.guildhall.storage.store.Store;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * A process that writes numbered batches for as long as it lives, many at once, and prints the number of each when it
 * is acknowledged. It is made to be killed.
 *
 * <p>Batch n writes {@link #ROWS_PER_BATCH} messages, in the partitions (1, 0), (1, 1), ..., all with flags = n, and one row
 * with a lifetime that the sweeper removes while all this goes on.
 */
final class CrashingWriter {
    static final int ROWS_PER_BATCH = 5;
    static final long CHANNEL = 1;

    /** Ids come around again, so that rows are replaced and the file has something to compact. */
    static final int IDS = 2_000;

    /** So small that a life sees several checkpoints, and kills hit them too. */
    private static final int CHECKPOINT_BYTES = 20_000;

    private static final int IN_FLIGHT = 16;

    private CrashingWriter() {}

    public static void main(String[] arguments) throws InterruptedException {
        Path directory = Path.of(arguments[0]);
        long next = Long.parseLong(arguments[1]);
        // Not System.out itself: a plain stream without a lock per character, flushed line by line.
        PrintStream acknowledgements = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
        Store store = EmbeddedStore.open(options(directory), Clock.systemUTC(), batches -> {});
        acknowledgements.println(Life.OPEN);
        Semaphore inFlight = new Semaphore(IN_FLIGHT);
        while (true) {
            inFlight.acquire();
            long number = next++;
            store.write(batch(number)).whenComplete((reply, failure) -> {
                acknowledgements.println(failure == null ? Long.toString(number) : "failed " + failure);
                inFlight.release();
            });
        }
    }

    private static EmbeddedStoreOptions options(Path directory) {
        return new EmbeddedStoreOptions(Optional.of(directory), true, 1_000, 1 << 20, CHECKPOINT_BYTES, 16, 1_000);
    }

    static WriteRequest batch(long number) {
        WriteRequest.Builder batch = WriteRequest.newBuilder();
        for (long bucket = 0; bucket < ROWS_PER_BATCH; bucket++) {
            batch.addMutations(message(bucket, number));
        }
        return batch.addMutations(Write.to(EventOutbox.TABLE, 0L, CHANNEL, 1L, number)
                        .timeToLive(1)
                        .build())
                .build();
    }

    private static Mutation message(long bucket, long number) {
        return Write.to(Messages.TABLE, CHANNEL, bucket, number % IDS)
                .set(Messages.FLAGS, number)
                .set(Messages.CONTENT, "message ".repeat((int) (number % 40)))
                .build();
    }
}
