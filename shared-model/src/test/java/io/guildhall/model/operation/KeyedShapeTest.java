package io.guildhall.model.operation;

import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.byId;
import static io.guildhall.model.operation.Shapes.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.payload.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyedShapeTest {
    private static final Shape SHAPE = byId(2, object().optional("muted", bool()), "@me");

    @Test
    void idsAndNamedKeysGetThroughWithWhatTheShapeKnows() {
        Problems problems = Problems.none();
        JsonNode clean =
                SHAPE.check(Json.parse("{\"@me\":{\"muted\":true,\"other\":1},\"007\":{\"muted\":false}}"), problems);

        assertThat(problems.isEmpty()).isTrue();
        assertThat(clean).isEqualTo(Json.parse("{\"@me\":{\"muted\":true},\"7\":{\"muted\":false}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"x\":{}}", "{\"\":{}}", "{\"1\":{},\"2\":{},\"3\":{}}", "{\"1\":{\"muted\":3}}"})
    void anythingElseIsRefused(String json) {
        Problems problems = Problems.none();
        SHAPE.check(Json.parse(json), problems);
        assertThat(problems.isEmpty()).isFalse();
    }
}
