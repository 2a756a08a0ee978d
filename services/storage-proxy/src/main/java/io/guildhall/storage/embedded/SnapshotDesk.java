package io.guildhall.storage.embedded;

import io.guildhall.observability.process.Guard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Takes the snapshots that other processes ask for, one after the other, while the store goes on serving. The writer
 * thread looks for requests between groups and only takes the view; a thread of its own copies it.
 */
final class SnapshotDesk implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SnapshotDesk.class);

    private final Optional<Path> directory;
    private final Clock clock;
    private final Copier copier;
    private volatile boolean closed;
    private Thread copying;

    /** Copies a view into a file; {@link SnapshotWriter#write}. */
    @FunctionalInterface
    interface Copier {
        void copy(EngineView view, Path file, long now, BooleanSupplier cancelled)
                throws IOException, SnapshotCancelledException;
    }

    /** @param directory where requests come; empty for a store in memory, which nobody can ask */
    SnapshotDesk(Optional<Path> directory, Clock clock) {
        this(directory, clock, SnapshotWriter::write);
    }

    SnapshotDesk(Optional<Path> directory, Clock clock, Copier copier) {
        this.directory = directory;
        this.clock = clock;
        this.copier = copier;
        directory.ifPresent(SnapshotDesk::forgetEarlierLives);
    }

    /** Begins the next snapshot, when one is asked for and none is under way. Never fails. */
    void look(Engine engine) {
        if (directory.isEmpty() || closed || (copying != null && copying.isAlive())) {
            return;
        }
        try {
            Optional<SnapshotRequest> request = SnapshotRequest.waiting(directory.get());
            if (request.isPresent()) {
                beginOrRefuse(request.get(), engine);
            }
        } catch (Throwable failure) {
            Guard.PROCESS.check(failure);
            LOG.error("Requests for snapshots could not be read", failure);
        }
    }

    /** One that can't be begun must not stand before all others for ever. */
    private void beginOrRefuse(SnapshotRequest request, Engine engine) {
        try {
            begin(request, engine);
        } catch (Throwable failure) {
            Guard.PROCESS.check(failure);
            LOG.error("A snapshot could not be begun", failure);
            finish(request, new SnapshotRequest.Answer(SnapshotRequest.State.FAILED, sentence(failure)));
        }
    }

    /** Gives up the snapshot under way. The writer thread has ended before. */
    @Override
    public void close() {
        closed = true;
        boolean interrupted = false;
        while (copying != null && copying.isAlive()) {
            try {
                copying.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin(SnapshotRequest request, Engine engine) throws IOException {
        Optional<Path> file = request.file();
        if (file.isEmpty()) {
            return;
        }
        request.say(SnapshotRequest.State.RUNNING, "");
        EngineView view = engine.view();
        copying = Thread.ofPlatform()
                .name("storage-snapshot")
                .priority(Thread.MIN_PRIORITY)
                .start(() -> finish(request, take(request, view, file.get())));
    }

    private SnapshotRequest.Answer take(SnapshotRequest request, EngineView view, Path file) {
        try (view) {
            copier.copy(view, file, clock.millis(), () -> closed || request.isTakenBack());
            return new SnapshotRequest.Answer(SnapshotRequest.State.DONE, "");
        } catch (Throwable failure) {
            Guard.PROCESS.check(failure);
            LOG.warn("A snapshot failed", failure);
            return new SnapshotRequest.Answer(SnapshotRequest.State.FAILED, sentence(failure));
        }
    }

    private static void finish(SnapshotRequest request, SnapshotRequest.Answer answer) {
        try {
            if (!request.isTakenBack()) {
                request.say(answer.state(), answer.message());
                // The request goes last: whoever waits sees either it or the answer.
                request.forget();
            }
        } catch (Throwable failure) {
            Guard.PROCESS.check(failure);
            LOG.error("The answer to a request for a snapshot could not be written", failure);
        }
    }

    private static String sentence(Throwable failure) {
        return failure instanceof SnapshotCancelledException
                ? failure.getMessage()
                : "the serving process could not write the snapshot: " + failure;
    }

    private static void forgetEarlierLives(Path directory) {
        try {
            if (Files.isDirectory(directory)) {
                SnapshotRequest.forgetAll(directory);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
