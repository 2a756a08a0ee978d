package io.guildhall.api.roleconnection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.guildhall.model.payload.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a fact about a person is of the kind that the application declared. */
class MetadataRulesTest {
    @ParameterizedTest
    @CsvSource({
        "1, 12, true",
        "4, -3, true",
        "2, 1.5, false",
        "3, many, false",
        "5, 2024-02-29, true",
        "6, 2024-02-29T10:00:00Z, true",
        "5, 2024-02-30, false",
        "6, yesterday, false",
        "7, 1, true",
        "8, 0, true",
        "7, 2, false",
        "8, true, false"
    })
    void valuesAreOfTheDeclaredKind(int type, String value, boolean taken) {
        assertThat(isTaken("fact", type, "fact", value)).isEqualTo(taken);
        assertThat(isTaken("fact", type, "another", value)).isFalse();
    }

    private static boolean isTaken(String declared, int type, String told, String value) {
        ArrayNode facts = Json.array();
        facts.addObject().put("key", declared).put("type", type);
        JsonNode metadata = Json.object().put(told, value);
        return catchThrowable(() -> MetadataRules.check(metadata, facts)) == null;
    }
}
