package io.guildhall.identity.passkey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the part of CBOR (RFC 8949) that authenticators speak: numbers, byte and text strings, lists, maps and booleans, of known lengths. What it reads
 * is no larger than what it was given, however it is nested.
 */
final class Cbor {
    private static final int DEEPEST = 8;
    private static final int MOST = 64;

    private final ByteBuffer bytes;

    Cbor(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** Not what it was taken for. */
    static final class MalformedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MalformedException(String message) {
            super(message, null, false, false);
        }
    }

    /**
     * The next item: a Long, a byte[], a String, a List, a Map, a Boolean, or null.
     *
     * @throws MalformedException when there is none
     */
    Object next() {
        try {
            return next(0);
        } catch (BufferUnderflowException cutShort) {
            throw new MalformedException("cut short");
        }
    }

    private Object next(int depth) {
        if (depth > DEEPEST) {
            throw new MalformedException("nested too deep");
        }
        int head = bytes.get() & 0xff;
        int kind = head >>> 5;
        int more = head & 0x1f;
        return switch (kind) {
            case 0 -> number(more);
            case 1 -> -1 - number(more);
            case 2 -> string(more);
            case 3 -> new String(string(more), UTF_8);
            case 4 -> list(count(more), depth);
            case 5 -> map(count(more), depth);
            case 7 -> simple(more);
            default -> throw new MalformedException("tags are not taken");
        };
    }

    private static Object simple(int more) {
        return switch (more) {
            case 20 -> false;
            case 21 -> true;
            case 22 -> null;
            default -> throw new MalformedException("no simple value that is taken");
        };
    }

    private List<Object> list(int count, int depth) {
        List<Object> list = new ArrayList<>();
        for (int place = 0; place < count; place++) {
            list.add(next(depth + 1));
        }
        return list;
    }

    private Map<Object, Object> map(int count, int depth) {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int place = 0; place < count; place++) {
            Object key = next(depth + 1);
            if (!(key instanceof Long || key instanceof String) || map.containsKey(key)) {
                throw new MalformedException("no key of a map, or one that comes twice");
            }
            map.put(key, next(depth + 1));
        }
        return map;
    }

    private byte[] string(int more) {
        long length = number(more);
        if (length > bytes.remaining()) {
            throw new MalformedException("cut short");
        }
        byte[] string = new byte[(int) length];
        bytes.get(string);
        return string;
    }

    private int count(int more) {
        long count = number(more);
        if (count > MOST) {
            throw new MalformedException("too many elements");
        }
        return (int) count;
    }

    private long number(int more) {
        long number =
                switch (more) {
                    case 24 -> bytes.get() & 0xffL;
                    case 25 -> bytes.getShort() & 0xffffL;
                    case 26 -> bytes.getInt() & 0xffff_ffffL;
                    case 27 -> bytes.getLong();
                    default -> more;
                };
        if (more > 27 || number < 0) {
            throw new MalformedException("no length or number that is taken");
        }
        return number;
    }
}
