package io.guildhall.model.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"\"123\"", "123", "\" 123 \"", "\"00123\""})
    void anIdComesAsTextOrNumberAndLeavesAsText(String json) {
        assertThat(clean(Shapes.snowflake(), json)).isEqualTo("\"123\"");
    }

    @Test
    void theHighestIdIsTaken() {
        assertThat(clean(Shapes.snowflake(), "9223372036854775807")).isEqualTo("\"9223372036854775807\"");
        assertThat(problems(Shapes.snowflake(), "9223372036854775808")).contains("NUMBER_TYPE_MAX");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"abc\"", "-1", "1.5", "true", "[]", "{}", "\"\"", "1e400"})
    void whatIsNoIdIsRefused(String json) {
        assertThat(problems(Shapes.snowflake(), json)).contains("NUMBER_TYPE_COERCE");
    }

    @Test
    void translationsAreInLanguagesThatThereAre() {
        Shape shape = Shapes.localized(Shapes.text(1, 5));
        assertThat(clean(shape, "{\"de\":\"Hallo\",\"en-GB\":null}")).isEqualTo("{\"de\":\"Hallo\"}");
        assertThat(problems(shape, "{\"xx\":\"Hallo\"}")).contains("ENUM_TYPE_COERCE");
        assertThat(problems(shape, "{\"\\ud800\":\"Hallo\"}")).contains("ENUM_TYPE_COERCE");
        assertThat(problems(shape, "{\"de\":\"too long\"}")).contains("BASE_TYPE_BAD_LENGTH");
    }

    @ParameterizedTest
    @CsvSource({"true,true", "'\"True\"',true", "'\"1\"',true", "1,true", "'\"false\"',false", "0,false"})
    void booleansComeInManySpellings(String json, String expected) {
        assertThat(clean(Shapes.bool(), json)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0,NUMBER_TYPE_MIN",
        "101,NUMBER_TYPE_MAX",
        "1e999999999,NUMBER_TYPE_COERCE",
        "'\"x\"',NUMBER_TYPE_COERCE",
        "1.5,NUMBER_TYPE_COERCE",
        "null,BASE_TYPE_REQUIRED"
    })
    void numbersKeepTheirBounds(String json, String code) {
        assertThat(problems(Shapes.integer(1, 100), json)).contains(code);
    }

    @Test
    void aWholeNumberMayBeTextOrHaveAnEmptyFraction() {
        assertThat(clean(Shapes.integer(1, 100), "\"50\"")).isEqualTo("50");
        assertThat(clean(Shapes.integer(1, 100), "50.0")).isEqualTo("50");
    }

    @Test
    void lengthIsCountedInCodePointsAfterTrimming() {
        assertThat(clean(Shapes.name(1, 2), "\"  😀😀  \"")).isEqualTo("\"😀😀\"");
        assertThat(problems(Shapes.name(1, 2), "\"😀😀😀\"")).contains("BASE_TYPE_BAD_LENGTH", "between 1 and 2");
        assertThat(problems(Shapes.text(3), "\"abcd\"")).contains("BASE_TYPE_MAX_LENGTH", "3 or fewer");
        assertThat(problems(Shapes.name(1, 2), "\"   \"")).contains("BASE_TYPE_REQUIRED");
    }

    @Test
    void unknownKeysAreLeftOutAndNullsMeanWhatTheFieldSays() {
        Shape shape = Shapes.object()
                .required("a", Shapes.integer())
                .optional("b", Shapes.integer())
                .nullable("c", Shapes.integer());
        assertThat(clean(shape, "{\"a\":1,\"b\":null,\"c\":null,\"d\":4}")).isEqualTo("{\"a\":1,\"c\":null}");
        assertThat(problems(shape, "{\"a\":null}"))
                .isEqualTo(
                        "{\"a\":{\"_errors\":[{\"code\":\"BASE_TYPE_REQUIRED\",\"message\":\"This field is required\"}]}}");
        assertThat(problems(shape, "[]")).contains("MODEL_TYPE_CONVERT");
    }

    @Test
    void aProblemInAListNamesTheIndex() {
        Shape shape = Shapes.object().required("ids", Shapes.list(1, 3, Shapes.snowflake()));
        assertThat(problems(shape, "{\"ids\":[1,\"x\"]}")).startsWith("{\"ids\":{\"1\":{\"_errors\":");
        assertThat(problems(shape, "{\"ids\":[]}")).contains("BASE_TYPE_BAD_LENGTH");
        assertThat(problems(shape, "{\"ids\":{}}")).contains("LIST_TYPE_CONVERT");
    }

    @Test
    void distinctListsKeepTheFirstOfEqualValues() {
        assertThat(clean(Shapes.list(0, 3, Shapes.snowflake()).distinct(), "[1,\"1\",2]"))
                .isEqualTo("[\"1\",\"2\"]");
    }

    @Test
    void oneValueIsAListWhereAQueryAllowsIt() {
        assertThat(clean(Shapes.list(0, 3, Shapes.snowflake()).orOne(), "\"7\""))
                .isEqualTo("[\"7\"]");
    }

    @ParameterizedTest
    @CsvSource({
        "2015-12-31T12:00:00.000Z,2015-12-31T12:00:00Z",
        "2015-12-31T12:00:00.123456+02:00,2015-12-31T10:00:00.123456Z",
        "2015-12-31T12:00:00,2015-12-31T12:00:00Z"
    })
    void timesAreTakenWithAnyOffset(String given, String expected) {
        assertThat(clean(Shapes.timestamp(), '"' + given + '"')).isEqualTo('"' + expected + '"');
    }

    @Test
    void whatIsNoTimeIsRefused() {
        assertThat(problems(Shapes.timestamp(), "\"yesterday\"")).contains("DATE_TIME_TYPE_PARSE");
    }

    @Test
    void permissionsOfAllSixtyFourBitsAreTaken() {
        assertThat(clean(Shapes.permissions(), "18446744073709551615")).isEqualTo("\"18446744073709551615\"");
        assertThat(problems(Shapes.permissions(), "-1")).contains("NUMBER_TYPE_COERCE");
    }

    @Test
    void choicesNameWhatTheyTake() {
        assertThat(problems(Shapes.choice(3, 1, 2), "7")).contains("BASE_TYPE_CHOICES", "{1, 2, 3}");
        assertThat(problems(Shapes.choice(List.of("a", "b")), "\"c\"")).contains("{'a', 'b'}");
    }

    @Test
    void theTypeOfAValueChoosesItsShape() {
        Shape shape = Shapes.discriminated(
                "type", Map.of(1, Shapes.object().required("one", Shapes.bool()), 2, Shapes.object()));
        assertThat(clean(shape, "{\"type\":1,\"one\":true}")).isEqualTo("{\"one\":true,\"type\":1}");
        assertThat(problems(shape, "{\"type\":9}")).contains("UNION_TYPE_CHOICES", "(1, 2)");
        assertThat(problems(shape, "{}")).contains("BASE_TYPE_REQUIRED");
    }

    @Test
    void addressesNeedASchemeAndAHost() {
        assertThat(clean(Shapes.url(100), "\"https://example.org/a b\"")).isEqualTo("\"https://example.org/a b\"");
        assertThat(problems(Shapes.url(100), "\"javascript://x\"")).contains("URL_TYPE_INVALID_SCHEME");
        assertThat(problems(Shapes.url(100), "\"https://\"")).contains("URL_TYPE_INVALID_URL");
        assertThat(clean(Shapes.mediaUrl(), "\"attachment://a.png\"")).isEqualTo("\"attachment://a.png\"");
    }

    @Test
    void picturesAreDataUris() {
        assertThat(clean(Shapes.image(), "\"data:image/png;base64,AAAA\"")).contains("AAAA");
        assertThat(problems(Shapes.image(), "\"data:text/html;base64,AAAA\"")).contains("IMAGE_INVALID");
    }

    static String clean(Shape shape, String json) {
        Problems problems = Problems.none();
        JsonNode clean = shape.check(parse(json), problems);
        assertThat(problems.tree()).isEmpty();
        return clean.toString();
    }

    static String problems(Shape shape, String json) {
        Problems problems = Problems.none();
        shape.check(parse(json), problems);
        return problems.tree().toString();
    }

    private static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
