package io.guildhall.api.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads multipart/form-data part by part, without ever holding more than one buffer of it. The content of a part is a
 * stream that ends with the part; what is left of it is skipped when the next part is asked for.
 */
public final class MultipartReader {
    private static final int BUFFER = 64 * 1024;
    private static final int MAX_BOUNDARY = 200;
    private static final int MAX_HEADER_LINE = 8 * 1024;
    private static final int MAX_HEADERS = 16;

    /** No form that means something has as many: a message has ten files and a few fields. */
    private static final int MAX_PARTS = 100;

    private final InputStream input;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[BUFFER];
    private int start;
    private int end;
    private boolean inputEnded;
    private int parts;
    private PartStream current;

    /** One part: its headers by lower-case name, and its content. */
    public record Part(Map<String, String> headers, InputStream content) {}

    /** The input is no multipart/form-data. */
    public static final class Malformed extends IOException {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }

        /** Whoever reads the form elsewhere, such as a proxy that looks for something, may take the other one. */
        static Malformed twice(String field) {
            return new Malformed("a field comes twice: " + field);
        }
    }

    /** @throws Malformed when the content type names no boundary */
    public MultipartReader(InputStream input, String contentType) throws Malformed {
        this.input = input;
        String boundary = HeaderParameters.of(contentType).get("boundary");
        if (boundary == null || boundary.isEmpty() || boundary.length() > MAX_BOUNDARY) {
            throw new Malformed("no boundary");
        }
        this.delimiter = ("\r\n--" + boundary).getBytes(UTF_8);
        // The first boundary has no line break before it; with one put there, it looks like all others.
        buffer[0] = '\r';
        buffer[1] = '\n';
        end = 2;
        current = new PartStream();
    }

    /** The next part; empty after the last one. */
    public Optional<Part> next() throws IOException {
        while (current.skip(BUFFER) > 0) {
            // What nobody read of the part before.
        }
        start += delimiter.length;
        String rest = line();
        if (rest.startsWith("--")) {
            return Optional.empty();
        }
        if (!rest.isBlank()) {
            throw new Malformed("a boundary is followed by something else");
        }
        if (++parts > MAX_PARTS) {
            throw new Malformed("it has too many parts");
        }
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon <= 0 || headers.size() >= MAX_HEADERS) {
                throw new Malformed("a part's headers make no sense");
            }
            headers.put(
                    line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        // A part may be empty, and its boundary then follows the headers' empty line at once: keep that line break.
        start -= 2;
        current = new PartStream();
        current.skipLineBreak();
        return Optional.of(new Part(headers, current));
    }

    private String line() throws IOException {
        int from = start;
        while (true) {
            for (int index = from; index + 1 < end; index++) {
                if (buffer[index] == '\r' && buffer[index + 1] == '\n') {
                    String line = new String(buffer, start, index - start, UTF_8);
                    start = index + 2;
                    return line;
                }
            }
            if (end - start > MAX_HEADER_LINE) {
                throw new Malformed("a line is too long");
            }
            int searched = Math.max(0, end - start - 1);
            if (!fill()) {
                // The very last line need not be ended.
                String line = new String(buffer, start, end - start, UTF_8);
                if (!line.startsWith("--")) {
                    throw new Malformed("it ends too early");
                }
                start = end;
                return line;
            }
            from = start + searched;
        }
    }

    /** Reads more behind what is there; false at the end of the input. */
    private boolean fill() throws IOException {
        if (inputEnded) {
            return false;
        }
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        int count = input.read(buffer, end, buffer.length - end);
        if (count < 0) {
            inputEnded = true;
            return false;
        }
        end += count;
        return true;
    }

    private int findDelimiter() {
        for (int index = start; index + delimiter.length <= end; index++) {
            int length = 0;
            while (length < delimiter.length && buffer[index + length] == delimiter[length]) {
                length++;
            }
            if (length == delimiter.length) {
                return index;
            }
        }
        return -1;
    }

    /** Bytes up to the next delimiter. */
    private final class PartStream extends InputStream {
        private boolean lineBreakAhead;
        private boolean ended;

        void skipLineBreak() {
            lineBreakAhead = true;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, target.length);
            if (length == 0) {
                return 0;
            }
            int available = available();
            if (lineBreakAhead && available > 0) {
                lineBreakAhead = false;
                start += 2;
                available = available();
            }
            if (available == 0) {
                return -1;
            }
            int count = Math.min(length, available);
            System.arraycopy(buffer, start, target, offset, count);
            start += count;
            return count;
        }

        /** How many bytes are there for certain; 0 only at the end of the part. Reads as much as it must to know. */
        @Override
        public int available() throws IOException {
            while (!ended) {
                int at = findDelimiter();
                if (at >= 0) {
                    ended = at == start;
                    return at - start;
                }
                // A line break that belongs to no part yet is only whole with both of its bytes.
                int safe = end - start - delimiter.length + 1;
                if (safe >= (lineBreakAhead ? 2 : 1)) {
                    return safe;
                }
                if (!fill()) {
                    throw new Malformed("it ends too early");
                }
            }
            return 0;
        }
    }
}
