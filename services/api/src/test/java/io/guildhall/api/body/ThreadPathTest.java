package io.guildhall.api.body;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.config.ApiIds;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.operation.catalogue.MessageOperations;
import io.guildhall.model.operation.catalogue.ThreadOperations;
import io.guildhall.model.operation.catalogue.WebhookOperations;
import io.guildhall.model.payload.Json;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThreadPathTest {
    private static final Map<String, String> OF_CHANNEL = Map.of("channel_id", "33");
    private static final Map<String, String> OF_WEBHOOK = Map.of("webhook_id", "44", "channel_id", "33");
    private static final ObjectNode IN_THREAD = Json.object().put("thread_id", "55");

    private final ThreadPath threads = new ThreadPath(new ApiIds(new SnowflakeGenerator(0, Clock.systemUTC())));

    @Test
    void filesOfAWebhookBelongToTheThreadThatItSendsIn() {
        Map<String, String> path = threads.of(WebhookOperations.EXECUTE_WEBHOOK, OF_WEBHOOK, IN_THREAD);
        assertThat(ThreadPath.ofFiles(path)).isEqualTo("55");
        assertThat(path).containsEntry("channel_id", "33");
        assertThat(threads.of(WebhookOperations.EXECUTE_WEBHOOK, OF_WEBHOOK, Json.object()))
                .isEqualTo(OF_WEBHOOK);
    }

    @Test
    void filesOfAPostBelongToTheThreadThatItBegins() {
        Map<String, String> path = threads.of(ThreadOperations.CREATE_THREAD, OF_CHANNEL, Json.object());
        assertThat(ThreadPath.ofFiles(path)).isEqualTo(path.get("thread_id")).isNotEqualTo("33");
        assertThat(threads.of(ThreadOperations.CREATE_THREAD, OF_CHANNEL, Json.object()))
                .isNotEqualTo(path);
    }

    @Test
    void allOthersBelongToTheChannelOfThePath() {
        Map<String, String> answer = Map.of("webhook_id", "44", "channel_id", "33", "interaction_id", "66");
        assertThat(ThreadPath.ofFiles(threads.of(WebhookOperations.EXECUTE_WEBHOOK, answer, IN_THREAD)))
                .isEqualTo("33");
        assertThat(ThreadPath.ofFiles(threads.of(MessageOperations.CREATE_MESSAGE, OF_CHANNEL, IN_THREAD)))
                .isEqualTo("33");
        assertThat(ThreadPath.ofFiles(Map.of())).isEqualTo("0");
    }
}
