package io.guildhall.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import io.guildhall.gateway.wire.StreamTest.Message;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * One frame for a connection, shared blocks and a session's own in any order: decoders that take one frame only give back every
 * message, each complete when its last byte has come.
 */
class ZstandardStreamTest {
    private static final String SPACES = " ".repeat(17);
    private static final String PYTHON = """
            import sys, struct
            try:
                import zstandard
                decoder = zstandard.ZstdDecompressor().decompressobj()
            except ImportError:
                from compression import zstd
                decoder = zstd.ZstdDecompressor()
            source, out = sys.stdin.buffer, sys.stdout.buffer
            while (head := source.read(4)):
                text = decoder.decompress(source.read(struct.unpack('>I', head)[0]))
                out.write(struct.pack('>I', len(text)) + text)
            """;
    private static final String NODE = """
            const zlib = require('zlib'), decoder = zlib.createZstdDecompress();
            const input = require('fs').readFileSync(0);
            let parts = [];
            decoder.on('data', part => parts.push(part));
            (async () => {
              for (let at = 0; at < input.length; ) {
                const size = input.readUInt32BE(at);
                await new Promise(done => decoder.write(input.subarray(at + 4, at + 4 + size), done));
                await new Promise(done => setImmediate(done));
                at += 4 + size;
                const text = Buffer.concat(parts), head = Buffer.alloc(4);
                parts = [];
                head.writeUInt32BE(text.length);
                process.stdout.write(head);
                process.stdout.write(text);
              }
            })();
            """;

    /** Events that repeat themselves in ways that need every kind of offset, events that do not compress, own messages. */
    private static List<Message> messages(long seed) {
        Random random = new Random(seed);
        List<Message> messages = new ArrayList<>();
        for (int count = 0; count < 20; count++) {
            int size = random.nextInt(4) == 0 ? random.nextInt(400_000) : 50 + random.nextInt(3_000);
            String name = random.nextInt(4) == 0 ? "" : "MESSAGE_CREATE";
            messages.add(new Message(name, name.isEmpty() ? "" : payload(random, size), 1 + random.nextInt(100_000)));
        }
        return messages;
    }

    private static String payload(Random random, int size) {
        StringBuilder text = new StringBuilder(size + 64).append('"');
        int letters = 2 + random.nextInt(60);
        while (text.length() < size) {
            if (text.length() > 40 && random.nextInt(3) > 0) {
                int length = 3 + random.nextInt(Math.min(200, text.length() - 4));
                int from = 1 + random.nextInt(text.length() - length - 1 < 1 ? 1 : text.length() - length - 1);
                text.append(text, from, from + length);
            } else {
                text.append((char) ('A' + random.nextInt(letters) % 58)).append(random.nextInt(1_000));
            }
        }
        return text.append('"').toString().replace('\\', '/');
    }

    private static String withoutSpaces(String text) {
        int at = text.indexOf("\"d\":" + SPACES);
        return at < 0 ? text : text.substring(0, at + 4) + text.substring(at + 4 + SPACES.length());
    }

    @Test
    void aDecoderOfOneFrameInJavaReadsEveryMessageWhenItHasCome() throws IOException {
        for (long seed = 0; seed < 300; seed++) {
            List<Message> messages = messages(seed);
            List<byte[]> payloads = StreamTest.payloads(new SharedZstandardStream(), messages, 0x82);
            Growing source = new Growing();
            try (ZstdInputStreamNoFinalizer decoder = new ZstdInputStreamNoFinalizer(source).setContinuous(true)) {
                for (int index = 0; index < messages.size(); index++) {
                    source.next(payloads.get(index));
                    assertThat(withoutSpaces(new String(decoder.readAllBytes(), StandardCharsets.UTF_8)))
                            .isEqualTo(messages.get(index).text());
                }
            }
        }
    }

    @Test
    void thereIsOneFrameAndItNeverEnds() {
        for (long seed = 0; seed < 100; seed++) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            StreamTest.payloads(new SharedZstandardStream(), messages(seed), 0x82)
                    .forEach(all::writeBytes);
            byte[] stream = all.toByteArray();
            assertThat(stream).startsWith(0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x50);
            int position = 6;
            while (position < stream.length) {
                int header = stream[position] & 0xFF
                        | (stream[position + 1] & 0xFF) << 8
                        | (stream[position + 2] & 0xFF) << 16;
                assertThat(header & 1).isZero();
                assertThat(header >> 1 & 3).isLessThan(3);
                assertThat(header >> 3).isLessThanOrEqualTo(128 << 10);
                position += 3 + ((header >> 1 & 3) == 1 ? 1 : header >> 3);
            }
            assertThat(position).isEqualTo(stream.length);
        }
    }

    @Test
    void pythonReadsEveryMessageWhenItHasCome() throws Exception {
        String python = System.getProperty("guildhall.test.python", "python3");
        assumeTrue(succeeds(python, "-c", "import zstandard") || succeeds(python, "-c", "import compression.zstd"));
        readBy(python, "-c", PYTHON);
    }

    @Test
    void nodeReadsEveryMessageWhenItHasCome() throws Exception {
        assumeTrue(succeeds("node", "-e", "require('zlib').createZstdDecompress()"));
        readBy("node", "-e", NODE);
    }

    private static void readBy(String... command) throws Exception {
        for (long seed = 1_000; seed < 1_010; seed++) {
            List<Message> messages = messages(seed);
            ByteArrayOutputStream input = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(input);
            for (byte[] payload : StreamTest.payloads(new SharedZstandardStream(), messages, 0x82)) {
                out.writeInt(payload.length);
                out.write(payload);
            }
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            Thread.ofVirtual().start(() -> {
                try (OutputStream standardInput = process.getOutputStream()) {
                    standardInput.write(input.toByteArray());
                } catch (IOException ended) {
                    process.destroy();
                }
            });
            DataInputStream answer = new DataInputStream(
                    new ByteArrayInputStream(process.getInputStream().readAllBytes()));
            for (Message message : messages) {
                byte[] text = answer.readNBytes(answer.readInt());
                assertThat(withoutSpaces(new String(text, StandardCharsets.UTF_8)))
                        .isEqualTo(message.text());
            }
        }
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    /** Ends after each message, and goes on with the next. */
    private static final class Growing extends InputStream {
        private ByteArrayInputStream current = new ByteArrayInputStream(new byte[0]);

        void next(byte[] message) {
            current = new ByteArrayInputStream(message);
        }

        @Override
        public int read() {
            return current.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return current.read(into, offset, length);
        }
    }
}
