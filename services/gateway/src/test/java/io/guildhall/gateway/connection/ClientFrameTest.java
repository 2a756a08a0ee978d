package io.guildhall.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a client sends is read or refused with a close code; nothing else ever comes out. */
class ClientFrameTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Provide
    Arbitrary<JsonNode> json() {
        return json(3);
    }

    private static Arbitrary<JsonNode> json(int depth) {
        Arbitrary<JsonNode> leaf = Arbitraries.oneOf(
                Arbitraries.longs().map(JSON::numberNode),
                Arbitraries.doubles().map(JSON::numberNode),
                Arbitraries.bigIntegers().map(JSON::numberNode),
                Arbitraries.strings().ofMaxLength(25).map(JSON::textNode),
                Arbitraries.of("bot-1", "18446744073709551615", "99999999999999999999")
                        .map(JSON::textNode),
                Arbitraries.of(true, false).map(JSON::booleanNode),
                Arbitraries.just(JSON.nullNode()));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<String> keys = Arbitraries.of(
                "op",
                "d",
                "token",
                "intents",
                "shard",
                "presence",
                "properties",
                "guild_id",
                "user_ids",
                "query",
                "limit",
                "status",
                "activities",
                "name",
                "since",
                "session_id",
                "seq",
                "fields",
                "nonce");
        Arbitrary<JsonNode> inner = Arbitraries.lazy(() -> json(depth - 1));
        Arbitrary<JsonNode> objects = Arbitraries.maps(keys, inner).ofMaxSize(7).map(map -> JSON.objectNode()
                .setAll(map));
        Arbitrary<JsonNode> arrays =
                inner.list().ofMaxSize(4).map(list -> JSON.arrayNode().addAll(list));
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, objects), net.jqwik.api.Tuple.of(1, arrays), net.jqwik.api.Tuple.of(2, leaf));
    }

    /** A reader of what clients send. */
    private interface Reader {
        Object read() throws Refusal;
    }

    private static void readOrRefuse(Reader reader) {
        try {
            assertThat(reader.read()).isNotNull();
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isNotNull();
        }
    }

    @Property
    void anyTextIsReadOrRefused(@ForAll String text) {
        readOrRefuse(() -> ClientFrame.read(text, 4_096));
    }

    @Property
    void anyJsonIsReadOrRefused(@ForAll("json") JsonNode json) {
        readOrRefuse(() -> ClientFrame.read(json.toString(), 4_096));
        readOrRefuse(() -> IdentifyRequest.read(json, 1));
        readOrRefuse(() -> ResumeRequest.read(json));
        readOrRefuse(() -> PresenceUpdate.read(json, 1));
        readOrRefuse(() -> MembersRequest.read(json));
        readOrRefuse(() -> Ids.readAll(json));
    }

    @Property
    void deepNestingIsRefused(@ForAll("depths") int depth) {
        readOrRefuse(() -> ClientFrame.read("{\"op\":1,\"d\":" + "[".repeat(depth), 1 << 20));
    }

    @Provide
    Arbitrary<Integer> depths() {
        return Arbitraries.integers().between(1, 200_000);
    }
}
