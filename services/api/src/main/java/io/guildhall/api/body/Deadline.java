package io.guildhall.api.body;

import io.guildhall.model.error.ApiException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * What a client sends, as far as it comes: a client that takes too long over the whole of it, though it never pauses for long, and
 * one that goes away in the middle are refused as whoever sends something wrong. Neither is a failure of this process, to be logged.
 */
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
    public int read() {
        check();
        try {
            return super.read();
        } catch (IOException gone) {
            throw ApiException.incomplete();
        }
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        check();
        try {
            return super.read(target, offset, length);
        } catch (IOException gone) {
            throw ApiException.incomplete();
        }
    }

    private void check() {
        if (System.nanoTime() - end > 0) {
            throw ApiException.incomplete();
        }
    }
}
