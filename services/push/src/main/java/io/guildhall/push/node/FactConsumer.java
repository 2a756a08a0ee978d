package io.guildhall.push.node;

import com.google.protobuf.InvalidProtocolBufferException;
import io.guildhall.model.fact.FactReader;
import io.guildhall.model.rpc.EventLogRecord;
import io.guildhall.observability.Metrics;
import io.guildhall.observability.process.Guard;
import io.guildhall.observability.process.Later;
import io.guildhall.push.delivery.PushReader;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Reads the event log. A record is done with when everybody was told whom it is for, or as soon as {@code guildhall.push.settle} is over; Kafka hears of it
 * then. So whoever reads a partition after this node gets what was not settled, and the ledger knows who of those was told already.
 */
@ApplicationScoped
@Startup
public class FactConsumer {
    private static final Logger LOG = Logger.getLogger(FactConsumer.class);

    private final FactReader reader;
    private final NodeConfig config;
    private final Room room;
    private final Counter repeated;

    @Inject
    FactConsumer(PushReader reader, NodeConfig config, MeterRegistry meters) {
        this((FactReader) reader, config, meters);
    }

    FactConsumer(FactReader reader, NodeConfig config, MeterRegistry meters) {
        this.reader = reader;
        this.config = config;
        this.room = new Room(config.records());
        this.repeated = Counter.builder(Metrics.name(FactConsumer.class, "log.repeated"))
                .description("Records of the event log that could not be brought on their way and are tried again")
                .register(meters);
        Gauge.builder(Metrics.name(FactConsumer.class, "log.records"), room, Room::taken)
                .description("Records of the event log that are not done with")
                .register(meters);
    }

    /** Completes when there is room for the next. */
    @Incoming("facts")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    public CompletionStage<Void> take(Message<byte[]> message) {
        CompletionStage<Void> next = room.enter();
        EventLogRecord record;
        try {
            record = EventLogRecord.parseFrom(message.getPayload());
        } catch (InvalidProtocolBufferException broken) {
            LOG.error("A record of the event log that nobody can read is left out", broken);
            finish(message);
            return next;
        }
        if (isForUs(record)) {
            bring(record, message);
        } else {
            finish(message);
        }
        return next;
    }

    /** Terms and gaps are for those who keep what they read. */
    private boolean isForUs(EventLogRecord record) {
        return record.hasTold() && reader.reads(record.getTold().getFact().getTopic());
    }

    private void bring(EventLogRecord record, Message<byte[]> message) {
        Guard.PROCESS.run(
                () -> reader.take(record.getActor(), List.of(record.getTold())).whenComplete((done, failure) -> {
                    if (failure == null) {
                        finish(message);
                    } else {
                        again(record, message, failure);
                    }
                }),
                failure -> again(record, message, failure));
    }

    private void again(EventLogRecord record, Message<byte[]> message, Throwable failure) {
        LOG.debugf("A record of the event log is tried again: %s", failure);
        repeated.increment();
        Later.start(config.pause(), "Bringing a record of the event log again", () -> bring(record, message));
    }

    private void finish(Message<byte[]> message) {
        message.ack();
        room.leave();
    }
}
