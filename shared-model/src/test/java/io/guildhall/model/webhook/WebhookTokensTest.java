package io.guildhall.model.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WebhookTokensTest {
    private final WebhookTokens tokens = new WebhookTokens("a secret");

    @Test
    void aTokenIsKnownByWhoeverKnowsTheSecret() {
        String token = tokens.of(22);

        assertThat(new WebhookTokens("a secret").isOf(22, token)).isTrue();
        assertThat(new WebhookTokens("another").isOf(22, token)).isFalse();
    }

    @Test
    void aTokenIsOfOneWebhook() {
        assertThat(tokens.isOf(23, tokens.of(22))).isFalse();
        assertThat(tokens.isOf(22, "")).isFalse();
        assertThat(tokens.isOf(22, "ü".repeat(68))).isFalse();
    }

    @Test
    void aTokenLooksAsClientsExpect() {
        assertThat(tokens.of(Long.MAX_VALUE)).matches("[\\w-]{68}");
    }
}
