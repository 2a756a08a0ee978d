package io.guildhall.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.compression.JZlibDecoder;
import io.netty.handler.codec.compression.ZlibWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Whatever is sent, and in whatever order, every reader of the format gets it back message by message. */
class StreamTest {
    private static final int TEXT = 0x81;
    private static final int BINARY = 0x82;

    /** A dispatch, or a control message when the name is empty. */
    record Message(String name, String payload, long sequence) {
        String text() {
            return name.isEmpty()
                    ? "{\"op\":11,\"d\":" + sequence + "}"
                    : "{\"t\":\"" + name + "\",\"s\":" + sequence + ",\"op\":0,\"d\":" + payload + "}";
        }
    }

    @Provide
    Arbitrary<List<Message>> messages() {
        Arbitrary<String> content = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(8, Arbitraries.strings().all().ofMaxLength(200)),
                net.jqwik.api.Tuple.of(1, Arbitraries.strings().withChars("ab").ofLength(70_000)),
                net.jqwik.api.Tuple.of(1, Arbitraries.strings().all().ofLength(40_000)));
        return Combinators.combine(
                        Arbitraries.of("", "MESSAGE_CREATE", "GUILD_CREATE", "SOMETHING_NEW"),
                        content,
                        Arbitraries.longs().between(1, Long.MAX_VALUE))
                .as((name, text, sequence) -> new Message(name, quoted(text), sequence))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    private static String quoted(String text) {
        // A lone surrogate has no UTF-8 form.
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return "\"" + new String(utf8, StandardCharsets.UTF_8) + "\"";
    }

    @Property(tries = 60)
    void plainFramesCarryTheText(@ForAll("messages") @Size(max = 12) List<Message> messages) {
        for (int index = 0; index < messages.size(); index++) {
            byte[] frame = payloads(PlainStream.INSTANCE, messages, TEXT).get(index);
            assertThat(new String(frame, StandardCharsets.UTF_8))
                    .isEqualTo(messages.get(index).text());
        }
    }

    @Property(tries = 60)
    void aSharedZlibStreamIsReadByTheJdk(@ForAll("messages") List<Message> messages) throws DataFormatException {
        readByTheJdk(new SharedZlibStream(), messages);
    }

    @Property(tries = 30)
    void aClassicZlibStreamIsReadByTheJdk(@ForAll("messages") List<Message> messages) throws DataFormatException {
        ClassicZlibStream stream = new ClassicZlibStream();
        readByTheJdk(stream, messages);
        stream.release();
    }

    private static void readByTheJdk(OutboundStream stream, List<Message> messages) throws DataFormatException {
        Inflater inflater = new Inflater();
        List<byte[]> payloads = payloads(stream, messages, BINARY);
        for (int index = 0; index < payloads.size(); index++) {
            byte[] payload = payloads.get(index);
            assertThat(ByteBufUtil.hexDump(payload, payload.length - 4, 4)).isEqualTo("0000ffff");
            inflater.setInput(payload);
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            byte[] part = new byte[16_384];
            for (int length = inflater.inflate(part); length > 0; length = inflater.inflate(part)) {
                text.write(part, 0, length);
            }
            assertThat(text.toString(StandardCharsets.UTF_8))
                    .isEqualTo(messages.get(index).text());
            assertThat(inflater.finished()).isFalse();
        }
        inflater.end();
    }

    @Property(tries = 30)
    void aSharedZlibStreamIsReadByAnInflaterInJava(@ForAll("messages") List<Message> messages) {
        EmbeddedChannel channel = new EmbeddedChannel(new JZlibDecoder(ZlibWrapper.ZLIB, 0));
        List<byte[]> payloads = payloads(new SharedZlibStream(), messages, BINARY);
        for (int index = 0; index < payloads.size(); index++) {
            channel.writeInbound(Unpooled.wrappedBuffer(payloads.get(index)));
            assertThat(everythingFrom(channel)).isEqualTo(messages.get(index).text());
        }
        channel.finishAndReleaseAll();
    }

    private static String everythingFrom(EmbeddedChannel channel) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (ByteBuf part = channel.readInbound(); part != null; part = channel.readInbound()) {
            text.writeBytes(ByteBufUtil.getBytes(part));
            part.release();
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    @Property(tries = 3)
    void aSharedZlibStreamIsReadByNode(@ForAll("messages") List<Message> messages) throws Exception {
        assumeTrue(nodeIsThere());
        Process node = new ProcessBuilder("node", "-e", """
                        const zlib = require('zlib'), inflate = zlib.createInflate();
                        inflate.pipe(process.stdout);
                        process.stdin.on('data', part => inflate.write(part));
                        process.stdin.on('end', () => inflate.flush(zlib.constants.Z_SYNC_FLUSH, () => process.exit(0)));
                        """).start();
        StringBuilder expected = new StringBuilder();
        messages.forEach(message -> expected.append(message.text()));
        Thread.ofVirtual().start(() -> {
            try (var out = node.getOutputStream()) {
                for (byte[] payload : payloads(new SharedZlibStream(), messages, BINARY)) {
                    out.write(payload);
                }
            } catch (IOException ended) {
                node.destroy();
            }
        });
        assertThat(new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(expected.toString());
    }

    private static boolean nodeIsThere() {
        try {
            return new ProcessBuilder("node", "--version").start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Writes the messages into one buffer and takes the WebSocket frames apart again. */
    static List<byte[]> payloads(OutboundStream stream, List<Message> messages, int firstByte) {
        ByteBuf out = Unpooled.buffer();
        for (Message message : messages) {
            int before = out.writerIndex();
            int bound;
            if (message.name().isEmpty()) {
                byte[] json = message.text().getBytes(StandardCharsets.UTF_8);
                bound = stream.controlBound(json);
                stream.control(out, json);
            } else {
                Dispatch dispatch =
                        new Dispatch(message.name(), message.payload().getBytes(StandardCharsets.UTF_8));
                bound = stream.dispatchBound(dispatch, message.sequence());
                stream.dispatch(out, dispatch, message.sequence());
            }
            assertThat(out.writerIndex() - before).isLessThanOrEqualTo(bound);
        }
        List<byte[]> payloads = new ArrayList<>();
        while (out.isReadable()) {
            assertThat(out.readUnsignedByte()).isEqualTo((short) firstByte);
            int length = out.readUnsignedByte();
            if (length == 126) {
                length = out.readUnsignedShort();
            } else if (length == 127) {
                length = (int) out.readLong();
            }
            byte[] payload = new byte[length];
            out.readBytes(payload);
            payloads.add(payload);
        }
        out.release();
        return payloads;
    }
}
