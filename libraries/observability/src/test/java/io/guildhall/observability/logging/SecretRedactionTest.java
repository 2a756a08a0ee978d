package io.guildhall.observability.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import org.jboss.logging.MDC;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretRedactionTest {
    private static final String TOKEN = "MTQwMDAwMDAwMDAwMDAwMDAx.AAABlmQ2abc.k3J8sTq0Zr1vXy2wUe4oPl6mNb7hGc9dFa5iSj8t";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "Authorization: Bot %s",
                "identify with \"token\":\"%s\" failed",
                "GET /webhooks/1400000000000000001/%s",
                "authorization=Bearer %s, next",
                "token=%s"
            })
    void noTokenIsLeftWhateverStandsAroundIt(String line) {
        assertThat(SecretRedaction.redact(line.formatted(TOKEN)))
                .doesNotContain(TOKEN)
                .doesNotContain("k3J8sTq0Zr1v")
                .contains(SecretRedaction.REDACTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "guild 1400000000000000001 has 3 channels",
                "io.guildhall.relay.gateway.GatewayLink gave up",
                "a token was revoked",
                "Bot 14 joined"
            })
    void otherTextStaysAsItIs(String line) {
        assertThat(SecretRedaction.redact(line)).isEqualTo(line);
    }

    @Test
    void aRecordLosesTheSecretThatCameAsAParameter() {
        ExtLogRecord record = new ExtLogRecord(
                Level.INFO, "refused %s", ExtLogRecord.FormatStyle.PRINTF, SecretRedactionTest.class.getName());
        record.setParameters(new Object[] {"Bot " + TOKEN});

        assertThat(new LineFilter().isLoggable(record)).isTrue();

        assertThat(record.getFormattedMessage()).isEqualTo("refused Bot [redacted]");
    }

    @Test
    void anExceptionLosesItsSecretsAndKeepsItsTrace() {
        ExtLogRecord record = new ExtLogRecord(Level.INFO, "failed", SecretRedactionTest.class.getName());
        Throwable thrown = new IllegalStateException("outer", new IllegalArgumentException("Bot " + TOKEN));
        record.setThrown(thrown);

        assertThat(new LineFilter().isLoggable(record)).isTrue();

        assertThat(record.getThrown()).hasToString("java.lang.IllegalStateException: outer");
        assertThat(record.getThrown().getCause()).hasToString("java.lang.IllegalArgumentException: Bot [redacted]");
        assertThat(record.getThrown().getStackTrace()).isEqualTo(thrown.getStackTrace());
    }

    @Test
    void aMessageIsOneLine() {
        ExtLogRecord record = new ExtLogRecord(Level.INFO, "a\nlevel=ERROR", SecretRedactionTest.class.getName());

        assertThat(new LineFilter().isLoggable(record)).isTrue();

        assertThat(record.getFormattedMessage()).isEqualTo("a\\nlevel=ERROR");
    }

    @Test
    void idsStandInTheContextForAsLongAsTheWorkLasts() {
        try (LogContext guild = LogContext.of("guild", -1)) {
            assertThat(guild).isNotNull();
            try (LogContext other = LogContext.of("guild", 5)) {
                assertThat(other).isNotNull();
                assertThat(MDC.get("guild")).isEqualTo("5");
                assertThat(MDC.get(LogContext.TOGETHER)).isEqualTo("guild=18446744073709551615 guild=5 ");
            }
            assertThat(MDC.get("guild")).isEqualTo("18446744073709551615");
        }
        assertThat(MDC.get("guild")).isNull();
        assertThat(MDC.get(LogContext.TOGETHER)).isNull();
    }
}
