package io.guildhall.gateway.wire;

import io.netty.buffer.ByteBuf;

/** Positive decimal numbers written into a buffer without a String between. */
final class Decimal {
    private Decimal() {}

    static int digits(long value) {
        int digits = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            digits++;
        }
        return digits;
    }

    static void write(ByteBuf out, long value) {
        int digits = digits(value);
        int start = out.writerIndex();
        out.ensureWritable(digits);
        long rest = value;
        for (int index = digits - 1; index >= 0; index--) {
            out.setByte(start + index, (byte) ('0' + rest % 10));
            rest /= 10;
        }
        out.writerIndex(start + digits);
    }
}
