package io.guildhall.gateway.etf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.guildhall.model.payload.Json;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients of several languages write is read as what they mean, and whatever else comes is refused. */
class TermReaderTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static JsonNode read(String hex) throws MalformedTermException {
        return TermReader.read(HexFormat.of().parseHex(hex));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "83 61 ff | 255",
                "83 62 ffffffff | -1",
                "83 6e 08 00 0000200000002000 | 9007199256838144",
                "83 6e 01 01 05 | -5",
                "83 6f 00000009 00 000000000000000001 | 18446744073709551616",
                "83 46 3ff8000000000000 | 1.5",
                "83 46 4278bcfe56800000 | 1700000000000",
                "83 63 312e3530303030303030303030303030303030303030652b30300000000000 | 1.5",
                "83 64 0004 74727565 | true",
                "83 73 05 66616c7365 | false",
                "83 77 03 6e696c | null",
                "83 76 0004 6e756c6c | null",
                "83 73 09 756e646566696e6564 | null",
                "83 73 02 6f6b | \"ok\"",
                "83 73 01 e4 | \"ä\"",
                "83 77 02 c3a4 | \"ä\"",
                "83 6d 00000002 c3a4 | \"ä\"",
                "83 6a | []",
                "83 6b 0003 010203 | [1,2,3]",
                "83 6c 00000002 6101 6102 6a | [1,2]",
                "83 68 02 6101 6102 | [1,2]",
                "83 69 00000001 6101 | [1]",
                "83 74 00000000 | {}",
                "83 74 00000002 6d 00000001 61 6101 73 01 62 6102 | {\"a\":1,\"b\":2}",
            })
    void aTermIsRead(String hex, String json) throws MalformedTermException {
        assertThat(read(hex.replace(" ", "")).toString())
                .isEqualTo(Json.parse(json).toString());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | nothing",
                "83 | no term",
                "82 61 01 | another version",
                "7b 22 6f 70 22 | JSON",
                "83 61 01 61 | bytes behind it",
                "83 50 00100000 789c030000000001 | compressed",
                "83 6d 7fffffff 61 | a binary longer than the message",
                "83 6d ffffffff 61 | a binary of negative length",
                "83 6c 7fffffff 6101 6a | a list longer than the message",
                "83 74 7fffffff 6101 6101 | a map larger than the message",
                "83 69 7fffffff | a tuple larger than the message",
                "83 6f 7fffffff 00 01 | a number longer than the message",
                "83 6c 00000001 6101 6102 | an improper list",
                "83 74 00000001 6101 6102 | a key that is a number",
                "83 6d 00000001 ff | text that is no UTF-8",
                "83 46 7ff8000000000000 | no number",
                "83 46 7ff0000000000000 | an infinite number",
                "83 63 6e616e00000000000000000000000000000000000000000000000000000000 | no number in the old form",
                "83 67 64000161000000010000000200 | a process",
                "83 70 00000004 | a function",
                "83 52 00 | a cached atom",
            })
    void whatIsNoTermThatAClientNeedsIsRefused(String hex, String what) {
        assertThatThrownBy(() -> read(hex.replace(" ", ""))).as(what).isInstanceOf(MalformedTermException.class);
    }

    @Test
    void termsMayBeSixtyFourDeepAndNoDeeper() throws MalformedTermException {
        assertThat(read(lists(64)).toString()).isEqualTo("[".repeat(64) + "1" + "]".repeat(64));
        assertThatThrownBy(() -> read(lists(65))).isInstanceOf(MalformedTermException.class);
        assertThatThrownBy(() -> read(lists(100_000))).isInstanceOf(MalformedTermException.class);
    }

    private static String lists(int depth) {
        return "83" + "6801".repeat(depth) + "6101";
    }

    @Property
    void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
        byte[] message = bytes.clone();
        if (message.length > 0) {
            message[0] = (byte) Tag.VERSION;
        }
        try {
            assertThat(TermReader.read(message)).isNotNull();
        } catch (MalformedTermException refused) {
            assertThat(refused).hasMessageContaining("term");
        }
    }

    @Property(tries = 300)
    void aMessageThatIsCutOrChangedIsReadOrRefused(@ForAll int seed) {
        byte[] message =
                TermWriter.message("{\"op\":2,\"d\":{\"token\":\"a\",\"list\":[1,2.5,-7,12345678901,null,true]}}"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        int position = 1 + Math.floorMod(seed, message.length - 1);
        message[position] = (byte) (seed >>> 16);
        try {
            assertThat(TermReader.read(message)).isNotEqualTo(JSON.missingNode());
        } catch (MalformedTermException refused) {
            assertThat(refused).hasMessageContaining("term");
        }
    }
}
