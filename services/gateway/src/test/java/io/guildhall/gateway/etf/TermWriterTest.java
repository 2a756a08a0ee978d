package io.guildhall.gateway.etf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A term says what its JSON says. */
class TermWriterTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonMapper PLAIN = new JsonMapper();
    private static final BigInteger BEYOND_LONGS = BigInteger.ONE.shiftLeft(70);

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"op\":11} | 83 74 00000001 73 02 6f70 61 0b",
                "{\"s\":null,\"d\":{\"a\":true}} | 83 74 00000002 73 01 73 73 03 6e696c 73 01 64 74 00000001 73 01 61 73 04 74727565",
                "\"1234567890123456789\" | 83 6d 00000013 31323334353637383930313233343536373839",
                "[] | 83 6a",
                "[[],1] | 83 6c 00000002 6a 61 01 6a",
                "256 | 83 62 00000100",
                "-1 | 83 62 ffffffff",
                "2147483648 | 83 6e 04 00 00000080",
                "-2147483649 | 83 6e 04 01 01000080",
                "0.5 | 83 46 3fe0000000000000",
            })
    void whatClientsReadIsWrittenSo(String json, String hex) {
        assertThat(HexFormat.of().formatHex(TermWriter.message(json.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(hex.replace(" ", ""));
    }

    @Property
    void aTermReadsAsTheJsonThatItWasMadeOf(@ForAll("json") JsonNode json) throws Exception {
        byte[] text = json.toString().getBytes(StandardCharsets.UTF_8);
        assertThat(TermReader.read(TermWriter.message(text))).isEqualTo(PLAIN.readTree(text));
    }

    @Provide
    Arbitrary<JsonNode> json() {
        return json(3);
    }

    private static Arbitrary<JsonNode> json(int depth) {
        Arbitrary<JsonNode> leaf = Arbitraries.oneOf(
                Arbitraries.integers().map(JSON::numberNode),
                Arbitraries.longs().map(JSON::numberNode),
                // A whole number is read as one, however it was written.
                Arbitraries.doubles().filter(value -> value != Math.rint(value)).map(JSON::numberNode),
                Arbitraries.bigIntegers().map(value -> JSON.numberNode(BEYOND_LONGS.add(value))),
                // Half a pair of surrogates has no UTF-8 form.
                Arbitraries.strings()
                        .ofMaxLength(300)
                        .map(text -> JSON.textNode(
                                new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))),
                Arbitraries.of(true, false).map(JSON::booleanNode),
                Arbitraries.just(JSON.nullNode()));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<JsonNode> inner = Arbitraries.lazy(() -> json(depth - 1));
        Arbitrary<String> keys = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(20);
        Arbitrary<JsonNode> objects = Arbitraries.maps(keys, inner).ofMaxSize(6).map(map -> JSON.objectNode()
                .setAll(map));
        Arbitrary<JsonNode> lists =
                inner.list().ofMaxSize(5).map(list -> JSON.arrayNode().addAll(list));
        return Arbitraries.frequencyOf(Tuple.of(3, objects), Tuple.of(2, lists), Tuple.of(2, leaf));
    }
}
