package io.guildhall.relay;

import io.guildhall.relay.config.RelayConfig;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Leaves in good order. By now discovery shows that the node drains, so owners take their audiences to other relays and
 * release them here; meanwhile events go on. What is left at the end of the time is lost by the stream's end, and its
 * owners notice.
 */
@Singleton
@IfBuildProperty(name = "guildhall.transport", stringValue = "grpc", enableIfMissing = true)
public class Departure {
    private static final Logger LOG = Logger.getLogger(Departure.class);
    private static final int AFTER_THE_ANNOUNCEMENT = 100;
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final RelayService relay;
    private final RelayConfig config;

    Departure(RelayService relay, RelayConfig config) {
        this.relay = relay;
        this.config = config;
    }

    void leave(@Observes @Priority(AFTER_THE_ANNOUNCEMENT) ShutdownDelayInitiatedEvent stopping)
            throws InterruptedException {
        long looks = config.drainTimeout().dividedBy(LOOK_EVERY);
        for (long look = 0; look < looks && relay.audiences() > 0; look++) {
            Thread.sleep(LOOK_EVERY);
        }
        if (relay.audiences() > 0) {
            LOG.warnf("%d audiences were not taken over in time", relay.audiences());
        }
    }
}
