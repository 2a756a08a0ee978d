package io.guildhall.api.cdn;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file that a client asks for.
 *
 * @param first the first byte
 * @param length how many bytes
 */
record ByteRange(long first, long length) {
    private static final Pattern SINGLE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

    /** The whole of a file. */
    static ByteRange whole(long size) {
        return new ByteRange(0, size);
    }

    /** True when the header asks for a single range. Everything else is answered with the whole file, as HTTP allows. */
    static boolean asked(String header) {
        return header != null && SINGLE.matcher(header.strip()).matches();
    }

    /** Empty when the file has no such bytes. */
    static Optional<ByteRange> of(String header, long size) {
        Matcher matcher = SINGLE.matcher(header.strip());
        if (!matcher.matches() || size == 0) {
            return Optional.empty();
        }
        String from = matcher.group(1);
        String to = matcher.group(2);
        if (from.isEmpty()) {
            long last = to.isEmpty() ? 0 : Math.min(Long.parseLong(to), size);
            return last == 0 ? Optional.empty() : Optional.of(new ByteRange(size - last, last));
        }
        long first = Long.parseLong(from);
        long end = to.isEmpty() ? size : Math.min(Long.parseLong(to) + 1, size);
        return first >= end ? Optional.empty() : Optional.of(new ByteRange(first, end - first));
    }
}
