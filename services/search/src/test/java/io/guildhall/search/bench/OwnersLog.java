package io.guildhall.search.bench;

import io.guildhall.model.rpc.EventLogRecord;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The event log as owners write it, each record safe with every copy. */
final class OwnersLog implements AutoCloseable {
    private static final String TOPIC = "guildhall.facts";
    private static final int UNDER_WAY = 10_000;

    private final Told told;
    private final KafkaProducer<String, byte[]> producer;

    OwnersLog(String kafka, Told told) {
        this.told = told;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        ProducerConfig.LINGER_MS_CONFIG,
                        5),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** A term of every owner. */
    void begin() throws ExecutionException, InterruptedException {
        for (int guild = 0; guild < told.guilds(); guild++) {
            producer.send(ready(told.begin(guild))).get();
        }
    }

    /** Records of some messages, ready to be sent: what owners do for them is not what is measured. */
    List<ProducerRecord<String, byte[]>> ready(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(told::record)
                .map(OwnersLog::ready)
                .toList();
    }

    void tell(List<ProducerRecord<String, byte[]>> records) throws ExecutionException, InterruptedException {
        Queue<Future<RecordMetadata>> underWay = new ArrayDeque<>();
        for (ProducerRecord<String, byte[]> record : records) {
            underWay.add(producer.send(record));
            if (underWay.size() == UNDER_WAY) {
                underWay.remove().get();
            }
        }
        for (Future<RecordMetadata> sent : underWay) {
            sent.get();
        }
    }

    private static ProducerRecord<String, byte[]> ready(EventLogRecord record) {
        String key = record.getActor().getKind().getNumber() + ":"
                + Long.toUnsignedString(record.getActor().getId());
        return new ProducerRecord<>(TOPIC, key, record.toByteArray());
    }

    @Override
    public void close() {
        producer.close();
    }
}
