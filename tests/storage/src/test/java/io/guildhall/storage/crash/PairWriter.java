package io.guildhall.storage.crash;

import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Roles;
import io.guildhall.model.table.catalogue.Users;
import io.guildhall.storage.embedded.EmbeddedStore;
import io.guildhall.storage.embedded.EmbeddedStoreOptions;
import io.guildhall.storage.store.Store;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Semaphore;

/**
 * A process that serves a data directory, and writes for as long as it lives: batch n sets the same number in two tables,
 * or deletes both rows when n is a multiple of {@link #DELETES_EVERY}. Prints the number of each batch when it is
 * acknowledged.
 */
final class PairWriter {
    /** So many rows each table has at most. */
    static final int IDS = 10_000;

    static final int DELETES_EVERY = 7;

    private static final int IN_FLIGHT = 64;
    private static final String PADDING = "x".repeat(500);

    private PairWriter() {}

    public static void main(String[] arguments) throws InterruptedException {
        long next = Long.parseLong(arguments[1]);
        PrintStream acknowledgements = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
        Store store =
                EmbeddedStore.open(EmbeddedStoreOptions.at(Path.of(arguments[0])), Clock.systemUTC(), batches -> {});
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

    static WriteRequest batch(long number) {
        long id = number % IDS;
        WriteRequest.Builder batch = WriteRequest.newBuilder();
        if (number % DELETES_EVERY == 0) {
            return batch.addMutations(Write.delete(Users.TABLE, id))
                    .addMutations(Write.delete(Roles.TABLE, id, id))
                    .build();
        }
        return batch.addMutations(Write.to(Users.TABLE, id)
                        .set(Users.FLAGS, number)
                        .set(Users.USERNAME, PADDING)
                        .build())
                .addMutations(Write.to(Roles.TABLE, id, id)
                        .set(Roles.NAME, number + PADDING)
                        .build())
                .build();
    }

    /** The number that a role's name carries. */
    static long number(String name) {
        return Long.parseLong(name.substring(0, name.length() - PADDING.length()));
    }
}
