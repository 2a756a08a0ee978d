package io.guildhall.objects;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads an object in pieces, each twice as long as the one before, so that who reads little makes the store send little. */
final class Beginning extends InputStream {
    private static final long FIRST = 64L * 1024;
    private static final long LARGEST = 4L * 1024 * 1024;

    private final ObjectStore.StoredObject object;
    private InputStream piece = new ByteArrayInputStream(new byte[0]);
    private long next;
    private long length = FIRST;

    Beginning(ObjectStore.StoredObject object) {
        this.object = object;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        int read = piece.read(bytes, offset, count);
        while (read < 0 && next < object.size()) {
            fetch();
            read = piece.read(bytes, offset, count);
        }
        return read;
    }

    /** A piece is taken whole: its connection can be used again then. */
    private void fetch() throws IOException {
        int wanted = (int) Math.min(length, object.size() - next);
        try (InputStream content = object.open(next, wanted)) {
            byte[] bytes = content.readNBytes(wanted);
            if (bytes.length < wanted) {
                throw new java.io.EOFException("an object is shorter than it was");
            }
            piece = new ByteArrayInputStream(bytes);
        }
        next += wanted;
        length = Math.min(2 * length, LARGEST);
    }
}
