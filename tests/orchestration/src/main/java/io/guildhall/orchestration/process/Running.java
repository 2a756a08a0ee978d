package io.guildhall.orchestration.process;

import io.guildhall.orchestration.commandline.Refusal;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What was started and has to end with this command, whichever way that ends: the last one first. Ctrl-C and SIGTERM end it too.
 */
public final class Running implements AutoCloseable {
    private final Deque<Runnable> ends = new ArrayDeque<>();
    private final Thread hook = new Thread(this::end, "end what was started");

    /** Ends at the latest with this process. */
    public static Running untilTheEnd() {
        Running running = new Running();
        try {
            Runtime.getRuntime().addShutdownHook(running.hook);
        } catch (IllegalStateException ending) {
            throw Refusal.told();
        }
        return running;
    }

    /** @param end called once, and not when {@link Handle#close} has been called before */
    public Handle add(Runnable end) {
        synchronized (ends) {
            ends.push(end);
        }
        return () -> {
            boolean mine;
            synchronized (ends) {
                mine = ends.remove(end);
            }
            if (mine) {
                end.run();
            }
        };
    }

    /**
     * What is still under way starts nothing more when this process is about to end: nobody would end it.
     *
     * @throws Refusal then
     */
    static void refuseWhenEverythingEnds() {
        Thread probe = new Thread(() -> {});
        try {
            // The only way to ask.
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
        } catch (IllegalStateException ending) {
            throw Refusal.told();
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The hook does it.
            return;
        }
        end();
    }

    private void end() {
        while (true) {
            Runnable next;
            synchronized (ends) {
                next = ends.poll();
            }
            if (next == null) {
                return;
            }
            try {
                next.run();
            } catch (RuntimeException failure) {
                System.err.println("guildhall: something could not be ended: " + failure);
            }
        }
    }

    /** One of them, that may end before the others. */
    @FunctionalInterface
    public interface Handle extends AutoCloseable {
        @Override
        void close();
    }
}
