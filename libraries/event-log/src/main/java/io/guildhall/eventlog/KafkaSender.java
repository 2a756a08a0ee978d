package io.guildhall.eventlog;

import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.EventLogRecord;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/** Records go to one topic of Kafka, by actor. */
record KafkaSender(Emitter<byte[]> emitter) implements RecordSender {
    @Override
    public CompletionStage<?> send(EventLogRecord record) {
        CompletableFuture<Void> safe = new CompletableFuture<>();
        Metadata metadata = Metadata.of(OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(key(record.getActor()))
                .build());
        emitter.send(Message.of(
                record.toByteArray(),
                metadata,
                () -> {
                    safe.complete(null);
                    return CompletableFuture.completedFuture(null);
                },
                failure -> {
                    safe.completeExceptionally(
                            failure instanceof RecordTooLargeException
                                    ? new OversizedRecordException(failure)
                                    : failure);
                    return CompletableFuture.completedFuture(null);
                }));
        return safe;
    }

    private static String key(ActorKey actor) {
        return actor.getKind().getNumber() + ":" + Long.toUnsignedString(actor.getId());
    }
}
