package io.guildhall.objects.s3;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * An upload that is whole.
 *
 * @param sha256 of its bytes
 */
record Spooled(FileChannel file, long size, byte[] sha256, Runnable atEnd) implements Closeable {
    /** All of it, from its beginning; as often as it is asked for. */
    InputStream open() {
        return new Content(file);
    }

    @Override
    public void close() throws IOException {
        atEnd.run();
        file.close();
    }

    private static final class Content extends InputStream {
        private final FileChannel file;
        private long position;

        private Content(FileChannel file) {
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] bytes, int offset, int count) throws IOException {
            int read = file.read(ByteBuffer.wrap(bytes, offset, count), position);
            position += Math.max(read, 0);
            return read;
        }
    }
}
