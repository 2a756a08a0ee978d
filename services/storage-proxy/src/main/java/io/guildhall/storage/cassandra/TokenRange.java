package io.guildhall.storage.cassandra;

import com.google.protobuf.ByteString;
import io.guildhall.storage.scan.ScanRange;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A stretch of the ring of Murmur3 tokens, with both its ends. */
record TokenRange(long first, long last) {

    /** The whole ring in equal pieces, whoever owns them: so a range stays good when nodes come and go. */
    static List<TokenRange> split(int pieces) {
        if (pieces < 1) {
            throw new IllegalArgumentException("at least one range, not " + pieces);
        }
        long width = Long.divideUnsigned(-1, pieces);
        List<TokenRange> ranges = new ArrayList<>(pieces);
        long first = Long.MIN_VALUE;
        for (int piece = 1; piece < pieces; piece++) {
            ranges.add(new TokenRange(first, first + width - 1));
            first += width;
        }
        ranges.add(new TokenRange(first, Long.MAX_VALUE));
        return ranges;
    }

    static TokenRange of(ScanRange range) {
        return new TokenRange(token(range.from()), token(range.to()));
    }

    ScanRange toScanRange() {
        return new ScanRange(bytes(first), bytes(last));
    }

    private static ByteString bytes(long token) {
        return ByteString.copyFrom(ByteBuffer.allocate(Long.BYTES).putLong(0, token));
    }

    private static long token(ByteString bytes) {
        return bytes.asReadOnlyByteBuffer().getLong();
    }
}
