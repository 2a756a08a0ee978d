package io.guildhall.eventlog;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;

/** The topic of the event log, made when it is missing. */
public final class EventLogTopic {
    private static final Logger LOG = Logger.getLogger(EventLogTopic.class);
    private static final int MOST_BYTES_OF_ONE = 4 << 20;

    private final EventLogConfig config;
    private final Map<String, Object> clients;

    /** @param clients what all clients of Kafka in this process are told, as credentials */
    public EventLogTopic(EventLogConfig config, Map<String, Object> clients) {
        this.config = config;
        this.clients = clients;
    }

    /** Blocks until the topic is there, or this thread is interrupted. Any number of processes may do so at the same time. */
    public void await() {
        boolean complained = false;
        while (!isThere(complained)) {
            complained = true;
            try {
                Thread.sleep(config.pause());
            } catch (InterruptedException ends) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean isThere(boolean complained) {
        try (Admin admin = Admin.create(settings())) {
            if (!admin.listTopics().names().get().contains(config.topic())) {
                admin.createTopics(List.of(topic())).all().get();
            }
            return true;
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof TopicExistsException) {
                return true;
            }
            if (!complained) {
                LOG.warnf(
                        "The topic %s of the event log can't be reached or made at %s (%s). Owners keep what they tell"
                                + " for a week",
                        config.topic(), config.servers(), failure.getCause().getMessage());
            }
            return false;
        } catch (InterruptedException ends) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(clients);
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, config.servers());
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int)
                Duration.ofSeconds(10).toMillis());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int)
                Duration.ofSeconds(5).toMillis());
        return settings;
    }

    private NewTopic topic() {
        return new NewTopic(
                        config.topic(),
                        Optional.of(config.partitions()),
                        Optional.of(config.copies()).filter(copies -> copies > 0))
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG,
                                Long.toString(config.retention().toMillis()),
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MOST_BYTES_OF_ONE)));
    }
}
