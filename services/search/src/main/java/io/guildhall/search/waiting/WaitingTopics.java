package io.guildhall.search.waiting;

import io.guildhall.eventlog.reading.LogClients;
import io.guildhall.search.config.LogConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics in which records wait for cells, one for each cell that ever had to be waited for. Blocks. */
final class WaitingTopics {
    private static final String WAITING = ".waiting.";
    private static final String MOST_BYTES_OF_ONE = Integer.toString(4 << 20);

    private final LogConfig config;
    private final LogClients clients;
    private final Set<String> made = ConcurrentHashMap.newKeySet();

    WaitingTopics(LogConfig config, LogClients clients) {
        this.config = config;
        this.clients = clients;
    }

    String of(String cell) {
        return config.topic() + WAITING + cell;
    }

    /** Thousands of records may be put aside at the same moment: one makes the topic, and the others wait for it. */
    void make(String cell) {
        if (made.contains(cell)) {
            return;
        }
        synchronized (this) {
            if (!made.contains(cell)) {
                create(cell);
            }
        }
    }

    private void create(String cell) {
        NewTopic topic = new NewTopic(
                        of(cell),
                        Optional.of(config.waitingPartitions()),
                        Optional.of(config.copies()).filter(copies -> copies > 0))
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(config.retention().toMillis()),
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        MOST_BYTES_OF_ONE));
        try (Admin admin = admin()) {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(failure.getCause());
            }
        } catch (InterruptedException ends) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ends);
        }
        made.add(cell);
    }

    /** Cells for which something waits, or waited once. */
    Set<String> cells() {
        String prefix = of("");
        try (Admin admin = admin()) {
            return admin.listTopics().names().get().stream()
                    .filter(topic -> topic.startsWith(prefix))
                    .map(topic -> topic.substring(prefix.length()))
                    .collect(Collectors.toSet());
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException ends) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ends);
        }
    }

    private Admin admin() {
        return Admin.create(clients.with(Map.of(
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) Duration.ofSeconds(10).toMillis(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) Duration.ofSeconds(5).toMillis())));
    }
}
