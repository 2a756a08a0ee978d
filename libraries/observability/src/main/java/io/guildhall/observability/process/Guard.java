package io.guildhall.observability.process;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jboss.logging.Logger;

/**
 * What every loop over queues, mailboxes, timers and streams does with a Throwable of one item: that item is cut, the rest
 * goes on. Only when memory has run out nothing goes on: any thread may have stopped halfway, so the process ends, with the
 * reason logged, and another one takes its place. The flag {@code -XX:+ExitOnOutOfMemoryError} does the same where the heap
 * itself runs out; this also sees what libraries throw for buffers outside it.
 */
public final class Guard {
    /** As the flag of the virtual machine exits. */
    public static final int EXIT_CODE = 3;

    /** Ends this process. */
    public static final Guard PROCESS = new Guard(code -> Runtime.getRuntime().halt(code));

    private static final Logger LOG = Logger.getLogger(Guard.class);
    private static final int DEEPEST_CAUSE = 16;

    private final IntConsumer exit;

    /** @param exit ends the process with a code */
    public Guard(IntConsumer exit) {
        this.exit = exit;
    }

    /**
     * Handles one item; nothing it throws gets out.
     *
     * @param failed told what the item threw; what this throws in turn is logged
     */
    public void run(Runnable item, Consumer<Throwable> failed) {
        try {
            item.run();
        } catch (Throwable failure) {
            check(failure);
            try {
                failed.accept(failure);
            } catch (Throwable again) {
                check(again);
                LOG.error("Cutting what had failed failed too", again);
            }
        }
    }

    /** {@link #run} for items of which nobody waits for an answer: the failure is logged. */
    public void run(String what, Runnable item) {
        run(item, failure -> LOG.errorf(failure, "%s failed; the rest goes on", what));
    }

    /** To be called first by whoever catches a Throwable: does not return when memory has run out. */
    public void check(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof OutOfMemoryError) {
                end(cause);
                return;
            }
            cause = cause.getCause();
        }
    }

    private void end(Throwable outOfMemory) {
        try {
            LOG.fatalf(outOfMemory, "Terminating: memory has run out: %s", outOfMemory.getMessage());
        } finally {
            exit.accept(EXIT_CODE);
        }
    }
}
