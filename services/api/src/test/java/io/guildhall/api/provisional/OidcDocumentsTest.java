package io.guildhall.api.provisional;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.api.body.BodyBudget;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Anybody names providers, and what these say is remembered. */
class OidcDocumentsTest {
    private static final int LARGEST = 1 << 16;
    private static final long MOST = 32 << 20;

    private final List<String> asked = new ArrayList<>();

    @Test
    void whatIsRememberedIsBoundedByWhatItTakesAndNotByItsNumber() {
        byte[] hostile = ("{\"keys\":[" + "{},".repeat(LARGEST / 3 - 10) + "{}]}").getBytes(UTF_8);
        OidcDocuments documents = documents(hostile);
        for (int number = 0; number < 100; number++) {
            assertThat(documents.at("https://provider.example/" + number).isObject())
                    .isTrue();
        }
        int first = asked.size();

        for (int number = 0; number < 100; number++) {
            documents.at("https://provider.example/" + number);
        }

        long remembered = 100L - (asked.size() - first);
        assertThat(remembered * BodyBudget.heapOf(hostile.length)).isLessThan(MOST);
    }

    @Test
    void ordinaryDocumentsAreAskedForOnce() {
        OidcDocuments documents = documents("{\"issuer\":\"https://provider.example\"}".getBytes(UTF_8));
        for (int round = 0; round < 3; round++) {
            assertThat(documents.at("https://provider.example/").path("issuer").asText())
                    .isEqualTo("https://provider.example");
        }
        assertThat(asked).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"a\":1e999999999999}x", "\"text\""})
    void whatIsNoObjectIsNothing(String said) {
        assertThat(documents(said.getBytes(UTF_8))
                        .at("https://provider.example/")
                        .isMissingNode())
                .isTrue();
        assertThat(documents("{}".getBytes(UTF_8))
                        .at("http://provider.example/")
                        .isMissingNode())
                .isTrue();
    }

    private OidcDocuments documents(byte[] said) {
        return new OidcDocuments(address -> {
            asked.add(address);
            return said;
        });
    }
}
