package io.guildhall.eventlog.reading;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What every client of the event log's servers is told: where they are, and what holds for all clients of Kafka in this process, as credentials. */
@Singleton
public class LogClients {
    private final String servers;
    private final Map<String, Object> all;

    public LogClients(
            @ConfigProperty(name = "guildhall.event-log.servers", defaultValue = "localhost:9092") String servers,
            @Identifier("default-kafka-broker") Map<String, Object> all) {
        this.servers = servers;
        this.all = all;
    }

    /** @param own of one client, which go before those of all */
    public Map<String, Object> with(Map<String, ?> own) {
        Map<String, Object> settings = new HashMap<>(all);
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers);
        settings.putAll(own);
        return settings;
    }
}
