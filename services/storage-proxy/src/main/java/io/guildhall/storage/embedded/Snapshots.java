package io.guildhall.storage.embedded;

import io.guildhall.storage.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Snapshots of a data directory, for tools: taken directly when no process holds it, and by the process that does
 * otherwise, which goes on serving.
 */
public final class Snapshots {
    private static final Duration UNTIL_NOTICED = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Clock clock;

    public Snapshots(Clock clock) {
        this.clock = clock;
    }

    /** Whether the directory has the data file of a store. */
    public static boolean isStore(Path directory) {
        return DataDirectory.hasData(directory);
    }

    /** Whether a process holds the directory. */
    public static boolean isInUse(Path directory) {
        return DataDirectory.isHeld(directory);
    }

    /** The data file in a data directory: a snapshot moved to this name, alone in a directory, is one. */
    public static Path dataFile(Path directory) {
        return DataDirectory.dataFile(directory);
    }

    /**
     * Writes a snapshot of a data directory into a new file, and reads it back.
     *
     * @param patience how long the whole may take when another process makes it
     * @throws StoreException with a sentence for the operator; there is no file then
     */
    public SnapshotManifest take(Path directory, Path file, Duration patience) {
        if (!isStore(directory)) {
            throw failure("There is no store in " + directory + ".", null);
        }
        try {
            Optional<DataDirectory> mine = DataDirectory.tryLock(directory);
            if (mine.isPresent()) {
                try (DataDirectory held = mine.get()) {
                    takeDirectly(held, directory, file);
                }
            } else {
                ask(directory, file, patience);
            }
            return SnapshotFile.verify(file);
        } catch (IOException failure) {
            throw failure("The snapshot " + file + " could not be made: " + failure, failure);
        }
    }

    private void takeDirectly(DataDirectory held, Path directory, Path file) throws IOException {
        try (Engine engine = held.open(EmbeddedStoreOptions.at(directory), clock);
                EngineView view = engine.view()) {
            SnapshotWriter.write(view, file, clock.millis(), () -> false);
        } catch (SnapshotCancelledException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void ask(Path directory, Path file, Duration patience) throws IOException {
        SnapshotRequest request = SnapshotRequest.make(directory, file);
        try {
            await(request, directory, patience);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failure("Waiting for the snapshot was interrupted.", interrupted);
        } finally {
            request.takeBack();
        }
    }

    private void await(SnapshotRequest request, Path directory, Duration patience)
            throws IOException, InterruptedException {
        long began = clock.millis();
        while (true) {
            Optional<SnapshotRequest.Answer> answer = request.answer();
            long waited = clock.millis() - began;
            if (answer.isEmpty() && waited > UNTIL_NOTICED.toMillis()) {
                throw failure(
                        "The process that holds " + directory + " did not answer. Is it of an older version, or a tool "
                                + "that is at work there? Try again later, or stop it first.",
                        null);
            }
            if (answer.isPresent()) {
                switch (answer.get().state()) {
                    case DONE -> {
                        return;
                    }
                    case FAILED -> throw failure("No snapshot: " + answer.get().message() + ".", null);
                    case RUNNING -> requirePatience(waited, patience);
                }
            }
            requireHolder(directory);
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private static void requirePatience(long waited, Duration patience) {
        if (waited > patience.toMillis()) {
            throw failure("The snapshot was not ready after " + patience.toMinutes() + " minutes.", null);
        }
    }

    /** The process may die while it is asked; then nobody will answer. */
    private static void requireHolder(Path directory) {
        Optional<DataDirectory> free = DataDirectory.tryLock(directory);
        if (free.isPresent()) {
            free.get().close();
            throw failure(
                    "The process that held " + directory + " ended before the snapshot was made. Try again.", null);
        }
    }

    private static StoreException failure(String sentence, Throwable cause) {
        return new StoreException(StoreException.Reason.FAILED, sentence, cause);
    }
}
