package io.guildhall.search.route;

import io.guildhall.eventlog.reading.LogLag;
import io.guildhall.eventlog.reading.LogReading;
import io.guildhall.eventlog.reading.Room;
import io.guildhall.model.rpc.EventLogRecord;
import io.guildhall.search.config.LogConfig;
import io.guildhall.search.config.SearchConfig;
import io.guildhall.search.metrics.SearchMetrics;
import io.guildhall.search.route.Routing.Route;
import io.guildhall.search.waiting.WaitingLog;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Reads the event log. A record is done with when it is safe in its cell, or, when the cell does not take it now, in the cell's own topic; Kafka
 * hears of it then. So many bytes are under way at one time, and the rest waits in Kafka.
 */
@ApplicationScoped
@Startup
public class FactConsumer {
    private static final Logger LOG = Logger.getLogger(FactConsumer.class);

    private final Routing routing;
    private final WaitingLog waiting;
    private final SearchMetrics metrics;
    private final LogReading reading;

    FactConsumer(
            Routing routing,
            WaitingLog waiting,
            LogConfig log,
            LogLag lag,
            SearchConfig config,
            SearchMetrics metrics) {
        this.routing = routing;
        this.waiting = waiting;
        this.metrics = metrics;
        Room room = new Room(config.mostBytes());
        this.reading = new LogReading(this::bring, room, log.pause(), metrics);
        metrics.watchReading(room::taken);
        metrics.watchLag(lag::records);
    }

    /** Completes when there is room for the next. */
    @Incoming("facts")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    public CompletionStage<Void> take(Message<byte[]> message) {
        return reading.take(message.getPayload(), message.getPayload().length, message::ack);
    }

    private CompletionStage<?> bring(EventLogRecord record) {
        Optional<Route> known = routing.atOnce(record);
        // Else the store is asked, which Kafka's thread must not wait for.
        return known.isPresent()
                ? safe(known.get(), record)
                : CompletableFuture.supplyAsync(() -> routing.route(record), Thread::startVirtualThread)
                        .whenComplete(FactConsumer::complain)
                        .thenCompose(route -> safe(route, record));
    }

    private static void complain(Route route, Throwable failure) {
        if (failure != null) {
            LOG.warnf(failure, "Where a record of the event log goes is not known yet");
        }
    }

    private CompletionStage<?> safe(Route route, EventLogRecord record) {
        return route.done()
                .handle((done, failure) -> failure == null
                        ? CompletableFuture.<Void>completedStage(null)
                        : putAside(route.cell().orElseThrow(), record))
                .thenCompose(safe -> safe);
    }

    /** Its cell does not take it now. It must be safe elsewhere before Kafka may forget that it was not read. */
    private CompletionStage<Void> putAside(String cell, EventLogRecord record) {
        return waiting.add(cell, record).thenRun(() -> metrics.putAside(cell));
    }
}
