package io.guildhall.model.payload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WellFormedNodesTest {
    private static final ObjectReader READER =
            JsonMapper.builder().build().reader().with(WellFormedNodes.FACTORY);

    @ParameterizedTest
    @CsvSource({
        "a\\ud83db, a\ufffdb",
        "\\udd25, \ufffd",
        "\\udd25\\ud83d, \ufffd\ufffd",
        "\\ud83d\\ud83d\\udd25, \ufffd\uD83D\uDD25",
        "\\ud83d\\udd25, \uD83D\uDD25",
        "plain, plain"
    })
    void halvesOfPairsAreReplacedAndPairsStay(String spelled, String text) throws IOException {
        JsonNode read = READER.readTree("{\"list\":[\"" + spelled + "\"]}");
        assertThat(read.path("list").path(0).textValue()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"a\\ud83db, a\ufffdb", "\\udd25, \ufffd", "\\ud83d\\udd25, \uD83D\uDD25"})
    void namesOfFieldsAreTextsToo(String spelled, String name) throws IOException {
        JsonNode read = READER.readTree("[{\"" + spelled + "\":{\"" + spelled + "\":1}}]");
        assertThat(read.path(0).fieldNames()).toIterable().containsExactly(name);
        assertThat(read.path(0).path(name).fieldNames()).toIterable().containsExactly(name);
    }

    @Property
    void everyTextSurvivesItsWayThroughUtf8(
            @ForAll @Chars({'a', '\ud83d', '\udd25', '\udfff', '\ud800', '\u00e9'}) String text) {
        String clean = WellFormedNodes.FACTORY.textNode(text).textValue();
        assertThat(new String(clean.getBytes(UTF_8), UTF_8)).isEqualTo(clean);
        assertThat(clean).hasSameSizeAs(text);
    }
}
