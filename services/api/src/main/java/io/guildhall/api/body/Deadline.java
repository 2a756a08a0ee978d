package io.guildhall.api.body;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;

/** A stream that ends with an error when its sender takes too long over the whole of it, though it never pauses for long. */
final class Deadline extends FilterInputStream {
    private final long end;

    private Deadline(InputStream input, long end) {
        super(input);
        this.end = end;
    }

    static InputStream within(InputStream input, Duration time) {
        return new Deadline(input, System.nanoTime() + time.toNanos());
    }

    @Override
    public int read() throws IOException {
        check();
        return super.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        check();
        return super.read(target, offset, length);
    }

    private void check() throws IOException {
        if (System.nanoTime() - end > 0) {
            throw new InterruptedIOException("the client takes too long to send its request");
        }
    }
}
