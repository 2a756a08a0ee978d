package io.guildhall.storage.embedded;

import io.guildhall.observability.process.Guard;
import io.guildhall.storage.store.StoreException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** The engine in use, opened again after it broke. Readers may come from any thread, the rest is the writer's. */
final class EngineHolder {
    private static final Logger LOG = Logger.getLogger(EngineHolder.class);

    private final Supplier<Engine> opener;
    private volatile Engine current;
    private volatile boolean closed;

    EngineHolder(Supplier<Engine> opener) {
        this.opener = opener;
        this.current = opener.get();
    }

    /** The engine for the writer, opened again when it broke. */
    Engine get() {
        Engine engine = current;
        if (engine == null || !engine.isOpen()) {
            engine = opener.get();
            current = engine;
            LOG.info("The data file is open again");
        }
        return engine;
    }

    /** The engine for a reader. */
    Engine reading() {
        Engine engine = current;
        if (closed) {
            throw new StoreException(StoreException.Reason.CLOSED, "the store is closed");
        }
        if (engine == null || !engine.isOpen()) {
            throw new StoreException(StoreException.Reason.FAILED, "the data file is not open");
        }
        return engine;
    }

    boolean ready() {
        Engine engine = current;
        return !closed && engine != null && engine.isOpen();
    }

    /** Undoes what was applied and not committed, or leaves the engine closed when that fails too. */
    StoreException recover(Throwable failure) {
        LOG.error("A write to the data file failed", failure);
        Engine engine = current;
        if (engine != null && engine.isOpen()) {
            try {
                engine.undo();
            } catch (Throwable another) {
                Guard.PROCESS.check(another);
                LOG.error("The failed write could not be undone in good order", another);
            }
        }
        return failure instanceof StoreException known
                ? known
                : new StoreException(
                        StoreException.Reason.FAILED, "the write failed: " + failure.getMessage(), failure);
    }

    void close() {
        closed = true;
        Engine engine = current;
        if (engine != null && engine.isOpen()) {
            engine.close();
        }
    }
}
