package io.guildhall.observability.process;

import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Gives back what only the start of a native executable needed: the objects that it made, and the pages of the executable that
 * it touched, most of which are never looked at again. Happens once, some seconds after the start, and costs one
 * collection of a small heap.
 */
@Singleton
public final class AfterStart {
    private static final Logger LOG = Logger.getLogger(AfterStart.class);
    private static final int LAST = 20_000;
    /** Long enough for the first connections and health checks, which are part of the start. */
    private static final Duration SETTLED = Duration.ofSeconds(3);

    void started(@Observes @Priority(LAST) StartupEvent event) {
        if (ImageMode.current() == ImageMode.NATIVE_RUN) {
            Thread.ofPlatform().daemon().name("after-start").start(AfterStart::giveBack);
        }
    }

    private static void giveBack() {
        try {
            Thread.sleep(SETTLED);
            System.gc();
            ExecutablePages.release();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (IOException unknown) {
            LOG.debug("The executable's pages stay in memory", unknown);
        }
    }
}
