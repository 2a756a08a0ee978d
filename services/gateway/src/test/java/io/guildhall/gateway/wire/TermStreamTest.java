package io.guildhall.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.gateway.client.ZlibInflating;
import io.guildhall.gateway.client.ZstandardInflating;
import io.guildhall.gateway.etf.MalformedTermException;
import io.guildhall.gateway.etf.TermReader;
import io.guildhall.gateway.wire.StreamTest.Message;
import io.guildhall.model.payload.Json;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

/** In every compression, a client of terms hears what a client of JSON hears. */
class TermStreamTest {
    private static final int BINARY = 0x82;

    @Provide
    Arbitrary<List<Message>> messages() {
        Arbitrary<String> text = Arbitraries.frequencyOf(
                Tuple.of(
                        8,
                        Arbitraries.strings()
                                .alpha()
                                .numeric()
                                .withChars("äöü ✔")
                                .ofMaxLength(300)),
                Tuple.of(1, Arbitraries.strings().withChars("ab").ofLength(70_000)),
                Tuple.of(
                        1,
                        Arbitraries.strings().withCharRange('\u0100', '\u07ff').ofLength(40_000)));
        Arbitrary<String> payload = Combinators.combine(
                        text, Arbitraries.longs(), Arbitraries.of("null", "true", "[]", "{}", "[1,[]]"))
                .as((content, id, other) -> "{\"content\":\"" + content + "\",\"id\":\"" + id + "\",\"position\":" + id
                        + ",\"other\":" + other + "}");
        return Combinators.combine(
                        Arbitraries.of("", "MESSAGE_CREATE", "GUILD_CREATE", "SOMETHING_NEW"),
                        payload,
                        Arbitraries.longs().between(1, Long.MAX_VALUE))
                .as(Message::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Property(tries = 60)
    void withoutCompression(@ForAll("messages") List<Message> messages) throws MalformedTermException {
        same(Compression.NONE.open(CompressionMode.SHARED, Encoding.ETF), messages, message -> message);
    }

    @Property(tries = 60)
    void inASharedStreamOfZlib(@ForAll("messages") List<Message> messages) throws MalformedTermException {
        same(
                Compression.ZLIB_STREAM.open(CompressionMode.SHARED, Encoding.ETF),
                messages,
                new ZlibInflating()::inflate);
    }

    @Property(tries = 30)
    void inAStreamOfZlibOfItsOwn(@ForAll("messages") List<Message> messages) throws MalformedTermException {
        OutboundStream stream = Compression.ZLIB_STREAM.open(CompressionMode.CLASSIC, Encoding.ETF);
        same(stream, messages, new ZlibInflating()::inflate);
        stream.release();
    }

    @Property(tries = 60)
    void inAStreamOfZstandard(@ForAll("messages") List<Message> messages) throws MalformedTermException {
        same(
                Compression.ZSTD_STREAM.open(CompressionMode.SHARED, Encoding.ETF),
                messages,
                new ZstandardInflating()::inflate);
    }

    private static void same(OutboundStream stream, List<Message> messages, UnaryOperator<byte[]> inflating)
            throws MalformedTermException {
        List<byte[]> payloads = StreamTest.payloads(stream, messages, BINARY);
        for (int index = 0; index < payloads.size(); index++) {
            JsonNode term = TermReader.read(inflating.apply(payloads.get(index)));
            // The entry that takes the white space of a stream of Zstandard.
            ((ObjectNode) term).remove("_");
            assertThat(term).isEqualTo(Json.parse(messages.get(index).text()));
        }
    }

    @Test
    void anEventIsMadeATermOnceForAllSessions() {
        Dispatch dispatch = new Dispatch("MESSAGE_CREATE", "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(dispatch.term()).isSameAs(dispatch.term());
        assertThat(dispatch.paddedTerm()).isSameAs(dispatch.paddedTerm());
        assertThat(dispatch.paddedTerm().zstandard())
                .isSameAs(dispatch.paddedTerm().zstandard());
    }
}
