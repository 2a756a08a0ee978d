package io.guildhall.eventlog.reading;

import com.google.protobuf.InvalidProtocolBufferException;
import io.guildhall.model.rpc.EventLogRecord;
import io.guildhall.observability.process.Guard;
import io.guildhall.observability.process.Later;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * What becomes of records of the event log on their way from Kafka to whoever they are for. A record is done with when its stage completes, and Kafka
 * hears of it then; one that failed is tried again after a pause, for as long as it takes. One that nobody can read is left out: to try it again would
 * hold up all that follows. So much is under way at one time, and the rest waits in Kafka.
 */
public final class LogReading {
    private static final Logger LOG = Logger.getLogger(LogReading.class);

    private final Function<EventLogRecord, CompletionStage<?>> bringing;
    private final Room room;
    private final Duration pause;
    private final LogEvents events;

    /**
     * @param bringing must not block, and completes when the record is safe; what it throws is a failure too. A record may come several times
     * @param room what is under way, counted as {@link #take} is told
     * @param pause before what failed is tried again
     */
    public LogReading(
            Function<EventLogRecord, CompletionStage<?>> bringing, Room room, Duration pause, LogEvents events) {
        this.bringing = bringing;
        this.room = room;
        this.pause = pause;
        this.events = events;
    }

    /**
     * Brings a record on its way.
     *
     * @param weight how much of the room it takes until it is done with
     * @param done told when it is
     * @return completes when there is room for the next
     */
    public CompletionStage<Void> take(byte[] payload, long weight, Runnable done) {
        CompletionStage<Void> next = room.take(weight);
        Runnable finish = () -> {
            done.run();
            room.give(weight);
        };
        read(payload, events).ifPresentOrElse(record -> bring(record, finish), finish);
        return next;
    }

    /** Empty, and told of, when nobody can read it: that does not change however often it is tried. */
    public static Optional<EventLogRecord> read(byte[] payload, LogEvents events) {
        try {
            return Optional.of(EventLogRecord.parseFrom(payload));
        } catch (InvalidProtocolBufferException broken) {
            LOG.error("A record of the event log that nobody can read is left out", broken);
            events.leftOut();
            return Optional.empty();
        }
    }

    private void bring(EventLogRecord record, Runnable finish) {
        Guard.PROCESS.run(
                () -> bringing.apply(record).whenComplete((safe, failure) -> {
                    if (failure == null) {
                        finish.run();
                    } else {
                        again(record, finish, failure);
                    }
                }),
                failure -> again(record, finish, failure));
    }

    private void again(EventLogRecord record, Runnable finish, Throwable failure) {
        LOG.debugf("A record of the event log is tried again: %s", failure);
        events.repeated();
        Later.start(pause, "Bringing a record of the event log again", () -> bring(record, finish));
    }
}
