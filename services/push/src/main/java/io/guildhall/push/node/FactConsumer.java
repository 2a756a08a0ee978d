package io.guildhall.push.node;

import io.guildhall.eventlog.reading.LogLag;
import io.guildhall.eventlog.reading.LogReading;
import io.guildhall.eventlog.reading.Room;
import io.guildhall.model.fact.FactReader;
import io.guildhall.model.rpc.EventLogRecord;
import io.guildhall.push.delivery.PushReader;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Reads the event log. A record is done with when everybody was told whom it is for, or as soon as {@code guildhall.push.settle} is over; Kafka hears of it
 * then. So whoever reads a partition after this node gets what was not settled, and the ledger knows who of those was told already.
 */
@ApplicationScoped
@Startup
public class FactConsumer {
    private final FactReader reader;
    private final LogReading reading;

    @Inject
    FactConsumer(PushReader reader, NodeConfig config, LogLag lag, NodeMetrics metrics) {
        this(reader, config, metrics);
        metrics.watchLag(lag::records);
    }

    FactConsumer(FactReader reader, NodeConfig config, NodeMetrics metrics) {
        this.reader = reader;
        Room room = new Room(config.records());
        this.reading = new LogReading(this::bring, room, config.pause(), metrics);
        metrics.watchReading(room::taken);
    }

    /** Completes when there is room for the next. */
    @Incoming("facts")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    public CompletionStage<Void> take(Message<byte[]> message) {
        return reading.take(message.getPayload(), 1, message::ack);
    }

    /** Terms and gaps are for those who keep what they read. */
    private CompletionStage<?> bring(EventLogRecord record) {
        return record.hasTold() && reader.reads(record.getTold().getFact().getTopic())
                ? reader.take(record.getActor(), List.of(record.getTold()))
                : CompletableFuture.completedStage(null);
    }
}
