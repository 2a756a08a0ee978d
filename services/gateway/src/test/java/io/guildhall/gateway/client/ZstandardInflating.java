package io.guildhall.gateway.client;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** One streaming decoder for a connection's life, fed message by message. */
public final class ZstandardInflating implements Inflating {
    private final Source source = new Source();
    private ZstdInputStream decoder;

    @Override
    public byte[] inflate(byte[] message) {
        try {
            source.message = message;
            source.position = 0;
            if (decoder == null) {
                decoder = new ZstdInputStream(source).setContinuous(true);
            }
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            byte[] part = new byte[8_192];
            for (int length = decoder.read(part); length > 0; length = decoder.read(part)) {
                text.write(part, 0, length);
            }
            return text.toByteArray();
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    /** Says that it ends after each message, and goes on with the next. */
    private static final class Source extends InputStream {
        private byte[] message;
        private int position;

        @Override
        public int read() {
            return position < message.length ? message[position++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (position == message.length) {
                return -1;
            }
            int count = Math.min(length, message.length - position);
            System.arraycopy(message, position, into, offset, count);
            position += count;
            return count;
        }
    }
}
