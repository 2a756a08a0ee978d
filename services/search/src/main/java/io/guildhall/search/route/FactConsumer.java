package io.guildhall.search.route;

import com.google.protobuf.InvalidProtocolBufferException;
import io.guildhall.model.rpc.EventLogRecord;
import io.guildhall.observability.process.Guard;
import io.guildhall.observability.process.Later;
import io.guildhall.search.config.LogConfig;
import io.guildhall.search.config.SearchConfig;
import io.guildhall.search.metrics.SearchMetrics;
import io.guildhall.search.route.Routing.Route;
import io.guildhall.search.waiting.WaitingLog;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
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
    private final LogConfig log;
    private final SearchMetrics metrics;
    private final Room room;

    FactConsumer(Routing routing, WaitingLog waiting, LogConfig log, SearchConfig config, SearchMetrics metrics) {
        this.routing = routing;
        this.waiting = waiting;
        this.log = log;
        this.metrics = metrics;
        this.room = new Room(config.mostBytes());
        metrics.watchReading(room::taken);
    }

    /** Completes when there is room for the next. */
    @Incoming("facts")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    public CompletionStage<Void> take(Message<byte[]> message) {
        int bytes = message.getPayload().length;
        CompletionStage<Void> next = room.take(bytes);
        EventLogRecord record;
        try {
            record = EventLogRecord.parseFrom(message.getPayload());
        } catch (InvalidProtocolBufferException broken) {
            LOG.error("A record of the event log that nobody can read is left out", broken);
            finish(message, bytes);
            return next;
        }
        Guard.PROCESS.run(
                () -> routing.atOnce(record)
                        .ifPresentOrElse(
                                route -> await(route, record, message, bytes), () -> later(record, message, bytes)),
                failure -> again(() -> bring(record, message, bytes)));
        return next;
    }

    /** The store is asked, which Kafka's thread must not wait for. */
    private void later(EventLogRecord record, Message<byte[]> message, int bytes) {
        Thread.startVirtualThread(() -> bring(record, message, bytes));
    }

    private void bring(EventLogRecord record, Message<byte[]> message, int bytes) {
        Guard.PROCESS.run(() -> await(routing.route(record), record, message, bytes), failure -> {
            LOG.warnf(failure, "Where a record of the event log goes is not known yet");
            again(() -> bring(record, message, bytes));
        });
    }

    private void await(Route route, EventLogRecord record, Message<byte[]> message, int bytes) {
        route.done().whenComplete((done, failure) -> {
            if (failure == null) {
                finish(message, bytes);
            } else {
                putAside(route.cell().orElseThrow(), record, message, bytes);
            }
        });
    }

    /** Its cell does not take it now. It must be safe elsewhere before Kafka may forget that it was not read. */
    private void putAside(String cell, EventLogRecord record, Message<byte[]> message, int bytes) {
        waiting.add(cell, record).whenComplete((safe, failure) -> {
            if (failure == null) {
                metrics.putAside(cell);
                finish(message, bytes);
            } else {
                again(() -> bring(record, message, bytes));
            }
        });
    }

    private void again(Runnable attempt) {
        Later.start(log.pause(), "Bringing a record of the event log again", attempt);
    }

    private void finish(Message<byte[]> message, int bytes) {
        message.ack();
        room.give(bytes);
    }
}
