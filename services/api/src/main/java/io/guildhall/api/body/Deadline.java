package io.guildhall.api.body;

import io.guildhall.model.error.ApiException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * What a client sends, as far as it comes: a client that takes too long over the whole of it, though it never pauses for long, and
 * one that goes away in the middle are refused as whoever sends something wrong. Neither is a failure of this process, to be logged. A pause
 * ends with the time, too: nobody keeps what the request holds for as long as a connection may be silent. Whoever reads no more closes
 * this; what it reads from stays open, for the answer.
 */
final class Deadline extends FilterInputStream {
    private final long end;
    private final Alarm alarm;

    private Deadline(InputStream input, Duration time) {
        super(input);
        this.end = System.nanoTime() + time.toNanos();
        this.alarm = new Alarm(time);
    }

    static Deadline within(InputStream input, Duration time) {
        return new Deadline(input, time);
    }

    @Override
    public int read() {
        return inTime(super::read);
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        return inTime(() -> super.read(target, offset, length));
    }

    private interface Reading {
        int read() throws IOException;
    }

    private int inTime(Reading reading) {
        if (System.nanoTime() - end > 0 || !alarm.watch()) {
            throw ApiException.incomplete();
        }
        try {
            return reading.read();
        } catch (IOException gone) {
            throw ApiException.incomplete();
        } finally {
            alarm.pause();
        }
    }

    @Override
    public void close() {
        alarm.off();
    }
}
