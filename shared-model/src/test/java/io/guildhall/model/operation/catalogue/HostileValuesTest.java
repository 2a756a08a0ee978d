package io.guildhall.model.operation.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.operation.Shape;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that no client means, in every field of every body and query: they are refused or cleaned, and never more than that. */
class HostileValuesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What games keep with lobbies has keys of their own. */
    private static final Pattern OF_ANY_KEYS =
            Pattern.compile("(createLobby|updateLobby|putLobbyMember|createLobbyMessage) (metadata|members)"
                    + "|joinLobby (lobby|member)_metadata|updateLobbyMembers|moderateLobbyMessage|moderateUserMessage");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "-1",
                "2147483648",
                "9223372036854775807",
                "9223372036854775808",
                "-9223372036854775809",
                "18446744073709551616",
                "1e24",
                "1e400",
                "-1e999999999",
                "1.5",
                "\"1e999999999\"",
                "\" 00012 \"",
                "\"NaN\"",
                "\"-Infinity\"",
                "\"0x7fffffff\"",
                "\"\u0661\u0662\"",
                "\"+999999999-12-31T23:59:59Z\"",
                "\"2999-12-31T23:59:59-18:00\"",
                "\"\"",
                "\" \"",
                "\"\\ud800\"",
                "\"://\"",
                "\"data:image/png;base64,*\"",
                "true",
                "[]",
                "{}",
                "[[[[{}]]]]",
                "{\"type\":1e30}",
                "{\"type\":null}",
                "{\"no-such-key\":\"x\"}",
                "{\"de\":\"x\",\"no-such-key\":\"x\"}",
                "{\"id\":-1,\"type\":17,\"components\":[{\"type\":1e30}]}"
            })
    void areRefusedOrCleaned(String json) {
        JsonNode value = read(json);
        for (Operation operation : Operations.all()) {
            Stream.concat(operation.body().stream(), operation.query().stream()).forEach(shape -> {
                requireSound(operation.name(), shape, value);
                requireSound(
                        operation.name(),
                        shape,
                        JsonNodeFactory.instance.arrayNode().add(value));
                if (shape instanceof ObjectShape object) {
                    object.names().forEach(field -> inField(operation.name() + ' ' + field, object, field, value));
                }
            });
        }
    }

    /** The field's own value, one in a list, and one in a list of objects or an object with each of the usual keys. */
    private static void inField(String place, ObjectShape shape, String field, JsonNode value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        requireSound(place, shape, nodes.objectNode().set(field, value));
        requireSound(
                place, shape, nodes.objectNode().set(field, nodes.arrayNode().add(value)));
        for (String key : List.of(
                "id",
                "type",
                "name",
                "position",
                "timestamp",
                "color",
                "duration_secs",
                "options",
                "name_localizations",
                "choices")) {
            JsonNode within = nodes.objectNode().set(key, value);
            requireSound(place, shape, nodes.objectNode().set(field, within));
            requireSound(
                    place,
                    shape,
                    nodes.objectNode().set(field, nodes.arrayNode().add(within)));
        }
    }

    private static void requireSound(String place, Shape shape, JsonNode value) {
        Problems problems = Problems.none();
        JsonNode clean = shape.check(value, problems);
        if (problems.isEmpty()) {
            requireInRange(place, clean);
        }
    }

    private static void requireInRange(String place, JsonNode clean) {
        if (clean.isNumber()) {
            assertThat(Double.isFinite(clean.doubleValue())).as(place).isTrue();
            assertThat(!clean.isIntegralNumber() || clean.canConvertToLong())
                    .as(place)
                    .isTrue();
        }
        assertThat(clean.has("no-such-key") && !OF_ANY_KEYS.matcher(place).matches())
                .as(place)
                .isFalse();
        clean.forEach(part -> requireInRange(place, part));
    }

    private static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
