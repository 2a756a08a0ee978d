package io.guildhall.search.config;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/** What every client of the event log's servers is told: where they are, and what holds for all clients of Kafka in this process, as credentials. */
@Singleton
public class LogClients {
    private final LogConfig config;
    private final Map<String, Object> all;

    public LogClients(LogConfig config, @Identifier("default-kafka-broker") Map<String, Object> all) {
        this.config = config;
        this.all = all;
    }

    /** @param own of one client, which go before those of all */
    public Map<String, Object> with(Map<String, ?> own) {
        Map<String, Object> settings = new HashMap<>(all);
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, config.servers());
        settings.putAll(own);
        return settings;
    }
}
