package io.guildhall.api.body;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.payload.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FilePathTest {
    private static final Map<String, String> OF_WEBHOOK = Map.of("webhook_id", "44", "channel_id", "33");
    private static final ObjectNode IN_THREAD = Json.object().put("thread_id", "55");

    @Test
    void filesOfAWebhookBelongToTheThreadThatItSendsIn() {
        assertThat(FilePath.of(OF_WEBHOOK, IN_THREAD)).isEqualTo(Map.of("webhook_id", "44", "channel_id", "55"));
        assertThat(FilePath.of(OF_WEBHOOK, Json.object())).isEqualTo(OF_WEBHOOK);
    }

    @Test
    void allOthersBelongToTheChannelOfThePath() {
        Map<String, String> answer = Map.of("webhook_id", "44", "channel_id", "33", "interaction_id", "66");
        assertThat(FilePath.of(answer, IN_THREAD)).isEqualTo(answer);
        Map<String, String> message = Map.of("channel_id", "33");
        assertThat(FilePath.of(message, IN_THREAD)).isEqualTo(message);
    }
}
