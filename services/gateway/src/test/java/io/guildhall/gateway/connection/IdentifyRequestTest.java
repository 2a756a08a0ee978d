package io.guildhall.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.model.gateway.CloseCode;
import io.guildhall.model.gateway.Intent;
import io.guildhall.model.payload.Json;
import org.junit.jupiter.api.Test;

class IdentifyRequestTest {
    private static final long UNDOCUMENTED = 1L << 17;

    @Test
    void anIntentThatTheDocumentationLeavesOutIsTakenAndMeansNothing() throws Refusal {
        assertThat(identify(Intent.ALL | UNDOCUMENTED).intents()).isEqualTo(Intent.ALL);
    }

    @Test
    void anIntentThatThereIsNotIsRefused() {
        assertThatThrownBy(() -> identify(1L << 40))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(CloseCode.INVALID_INTENTS));
    }

    private static IdentifyRequest identify(long intents) throws Refusal {
        return IdentifyRequest.read(Json.object().put("token", "bot-1").put("intents", intents), 0);
    }
}
