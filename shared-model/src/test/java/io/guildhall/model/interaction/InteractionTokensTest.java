package io.guildhall.model.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.id.Snowflake;
import org.junit.jupiter.api.Test;

class InteractionTokensTest {
    private static final InteractionToken TOKEN = new InteractionToken(1L << 60, 22, 33);

    private final InteractionTokens tokens = new InteractionTokens("a secret");

    @Test
    void whatWasWrittenIsReadByWhoeverHasTheSecret() {
        assertThat(new InteractionTokens("a secret").read(tokens.write(TOKEN))).contains(TOKEN);
        assertThat(new InteractionTokens("another").read(tokens.write(TOKEN))).isEmpty();
    }

    @Test
    void aChangedTokenIsNone() {
        String text = tokens.write(TOKEN);
        for (int index = 0; index < text.length() - 1; index++) {
            char other = text.charAt(index) == 'A' ? 'B' : 'A';
            assertThat(tokens.read(text.substring(0, index) + other + text.substring(index + 1)))
                    .isEmpty();
        }
        assertThat(tokens.read("")).isEmpty();
        assertThat(tokens.read("?".repeat(text.length()))).isEmpty();
        assertThat(tokens.read(text + "A")).isEmpty();
    }

    @Test
    void aTokenFitsIntoAPath() {
        assertThat(tokens.write(TOKEN)).matches("[A-Za-z0-9_-]{75}");
    }

    @Test
    void aTokenLastsForAQuarterOfAnHour() {
        long made = Snowflake.timestamp(TOKEN.interactionId());

        assertThat(TOKEN.isOver(made + 900_000)).isFalse();
        assertThat(TOKEN.isOver(made + 900_001)).isTrue();
    }
}
