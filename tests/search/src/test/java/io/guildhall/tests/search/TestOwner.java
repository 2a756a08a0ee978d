package io.guildhall.tests.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import io.guildhall.model.fact.MessageFact;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.EventLogRecord;
import io.guildhall.model.rpc.Fact;
import io.guildhall.model.rpc.LogEntry;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.StorageGrpc;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ActorEpochs;
import io.guildhall.model.table.catalogue.Channels;
import io.guildhall.model.table.catalogue.MessageBucket;
import io.guildhall.model.table.catalogue.MessageBuckets;
import io.guildhall.model.table.catalogue.Messages;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The owner of a guild with one channel: writes to the store, and then tells it in the event log, again and again until that is safe. */
final class TestOwner implements AutoCloseable {
    private static final String TOPIC = "guildhall.facts";

    private static final long FIRST_MESSAGE = Snowflake.lowestAt(Snowflake.EPOCH + 400_000_000_000L);

    /** Ids are of one guild only: an index knows messages by nothing else, and guilds share it. */
    private static final long MOST_MESSAGES = 1_000;

    final ActorKey guild;
    final long channel;

    private final StorageGrpc.StorageBlockingStub store;
    private final KafkaProducer<String, byte[]> log;
    private long epoch;
    private long sequence;

    TestOwner(long id, StorageGrpc.StorageBlockingStub store, String kafka) {
        this.guild = ActorKey.newBuilder().setKind(ActorKind.GUILD).setId(id).build();
        this.channel = id + 1;
        this.store = store;
        this.log = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "delivery.timeout.ms",
                        60000,
                        "request.timeout.ms",
                        5000,
                        "max.block.ms",
                        60000),
                new StringSerializer(),
                new ByteArraySerializer());
        write(Write.to(Channels.TABLE, id, channel).set(Channels.TYPE, 0L).build());
        begin();
    }

    /** Another term. */
    void begin() {
        epoch++;
        sequence = 0;
        write(Write.to(ActorEpochs.TABLE, (long) ActorKind.GUILD_VALUE, guild.getId())
                .set(ActorEpochs.EPOCH, epoch)
                .build());
        log(EventLogRecord.newBuilder().setActor(guild).setTerm(epoch).build());
    }

    /** The id of one of its messages. */
    long message(int number) {
        return FIRST_MESSAGE + guild.getId() * MOST_MESSAGES + number;
    }

    long epoch() {
        return epoch;
    }

    void say(long id, String content) {
        write(Write.to(MessageBuckets.TABLE, channel, MessageBucket.of(id))
                .set(MessageBuckets.FIRST_MESSAGE_ID, id)
                .build());
        write(Write.to(Messages.TABLE, channel, MessageBucket.of(id), id)
                .set(Messages.AUTHOR_ID, 7L)
                .set(Messages.CONTENT, content)
                .build());
        ObjectNode message = Json.object()
                .put("id", Snowflake.format(id))
                .put("channel_id", Snowflake.format(channel))
                .put("type", 0)
                .put("content", content);
        message.putObject("author").put("id", "7");
        for (String list : List.of("mentions", "mention_roles", "attachments", "embeds", "components")) {
            message.putArray(list);
        }
        tell(MessageFact.is(guild.getId(), channel, ByteString.copyFromUtf8(Json.write(message))));
    }

    void delete(long id) {
        write(Write.delete(Messages.TABLE, channel, MessageBucket.of(id), id));
        tell(MessageFact.gone(guild.getId(), channel, List.of(id)));
    }

    private void tell(Fact fact) {
        EventLogRecord record = EventLogRecord.newBuilder()
                .setActor(guild)
                .setTold(LogEntry.newBuilder()
                        .setPosition(Position.newBuilder().setEpoch(epoch).setSequence(++sequence))
                        .setFact(fact))
                .build();
        log(record);
        if (sequence % 5 == 0) {
            log(record);
        }
    }

    private void log(EventLogRecord record) {
        try {
            log.send(new ProducerRecord<>(TOPIC, "1:" + guild.getId(), record.toByteArray()))
                    .get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private void write(Mutation mutation) {
        store.write(WriteRequest.newBuilder().addMutations(mutation).build());
    }

    @Override
    public void close() {
        log.close();
    }
}
