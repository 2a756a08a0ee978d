package io.guildhall.clientport;

import io.guildhall.model.error.ApiException;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Requests under way are answered before a process ends, and no new ones are taken then. Connections that speak WebSocket are no
 * requests: whoever serves them lets them go. (Quarkus' own count never gets one back that became a WebSocket, and then waits for it in
 * vain.)
 */
@ApplicationScoped
public class RequestsUnderWay {
    private static final Logger LOG = Logger.getLogger(RequestsUnderWay.class);

    /** After gateways have asked their clients to go elsewhere, and before relays and guilds leave, which requests need. */
    private static final int BEFORE_OWNERS_LEAVE = 50;

    /** Before every route. */
    private static final int FIRST = 100_000;

    private final ClientPortConfig config;
    private int underWay;
    private boolean ending;

    public RequestsUnderWay(ClientPortConfig config) {
        this.config = config;
    }

    void register(@Observes Filters filters) {
        filters.register(this::take, FIRST);
    }

    private void take(RoutingContext routing) {
        if (routing.request().headers().contains(HttpHeaders.UPGRADE)) {
            routing.next();
        } else if (begin()) {
            AtomicBoolean ended = new AtomicBoolean();
            // Its end may be told more than once: sent, failed and closed.
            routing.addEndHandler(done -> {
                if (ended.compareAndSet(false, true)) {
                    end();
                }
            });
            routing.next();
        } else {
            Refusals.answer(routing, ApiException.unavailable());
        }
    }

    private synchronized boolean begin() {
        if (ending) {
            return false;
        }
        underWay++;
        return true;
    }

    synchronized boolean isEnding() {
        return ending;
    }

    private synchronized void end() {
        underWay--;
        notifyAll();
    }

    /** Waits until the last one is answered, for {@code guildhall.connections.drain-timeout} at the most. */
    synchronized void drain(@Observes @Priority(BEFORE_OWNERS_LEAVE) ShutdownDelayInitiatedEvent stopping)
            throws InterruptedException {
        ending = true;
        long deadline = System.nanoTime() + config.drainTimeout().toNanos();
        while (underWay > 0) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                LOG.warnf("%d requests are not answered: the time to do so is over", underWay);
                return;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }
}
