package io.guildhall.eventlog;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/**
 * The way to Kafka. It is a bean of its own so that it is asked for only where the log is on: an emitter of a channel that is switched off can't
 * be injected, and the process would not start.
 */
@Singleton
final class FactsChannel {
    /** Records are bounded by their bytes, before they come here. */
    private static final int MOST_RECORDS = 1 << 20;

    private final Emitter<byte[]> emitter;

    FactsChannel(
            @Channel("facts") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = MOST_RECORDS)
                    Emitter<byte[]> emitter) {
        this.emitter = emitter;
    }

    RecordSender sender() {
        return new KafkaSender(emitter);
    }
}
