package io.guildhall.gateway.etf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * What clients say in Erlang's external term format, as the JSON that it stands for. Every term takes at least one byte, so what is
 * built is bounded by the size of the message; depth is bounded beside it, and no memory is taken for what has not come.
 */
public final class TermReader {
    private static final int DEEPEST = 64;
    private static final int FLOAT_TEXT = 31;
    /** Up to here a floating-point number says which whole number is meant. */
    private static final double EXACT = 1L << 53;

    private static final Set<String> NOTHING = Set.of("nil", "null", "undefined");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ByteBuffer in;

    private TermReader(byte[] message) {
        in = ByteBuffer.wrap(message);
    }

    /** Reads one message, whose size the caller has bounded. */
    public static JsonNode read(byte[] message) throws MalformedTermException {
        TermReader reader = new TermReader(message);
        try {
            if (reader.small() != Tag.VERSION) {
                throw new MalformedTermException("of another version");
            }
            JsonNode term = reader.term(0);
            if (reader.in.hasRemaining()) {
                throw new MalformedTermException("with bytes behind it");
            }
            return term;
        } catch (BufferUnderflowException cut) {
            throw new MalformedTermException("cut off");
        }
    }

    private JsonNode term(int depth) throws MalformedTermException {
        if (depth > DEEPEST) {
            throw new MalformedTermException("too deep");
        }
        int tag = small();
        return switch (tag) {
            case Tag.SMALL_INTEGER -> JSON.numberNode(small());
            case Tag.INTEGER -> JSON.numberNode(in.getInt());
            case Tag.SMALL_BIG -> big(small());
            case Tag.LARGE_BIG -> big(count());
            case Tag.NEW_FLOAT -> decimal(in.getDouble());
            case Tag.FLOAT -> oldFloat();
            case Tag.ATOM, Tag.SMALL_ATOM, Tag.ATOM_UTF8, Tag.SMALL_ATOM_UTF8 -> atom(name(tag));
            case Tag.BINARY -> JSON.textNode(text(count()));
            case Tag.NIL -> JSON.arrayNode();
            case Tag.STRING -> bytes(in.getShort() & 0xFFFF);
            case Tag.LIST -> list(count(), depth);
            case Tag.SMALL_TUPLE -> terms(small(), depth);
            case Tag.LARGE_TUPLE -> terms(count(), depth);
            case Tag.MAP -> map(count(), depth);
            default -> throw new MalformedTermException("with the unknown tag " + tag);
        };
    }

    private JsonNode map(int entries, int depth) throws MalformedTermException {
        ObjectNode map = JSON.objectNode();
        for (int entry = 0; entry < entries; entry++) {
            map.set(key(), term(depth + 1));
        }
        return map;
    }

    private String key() throws MalformedTermException {
        int tag = small();
        return switch (tag) {
            case Tag.ATOM, Tag.SMALL_ATOM, Tag.ATOM_UTF8, Tag.SMALL_ATOM_UTF8 -> name(tag);
            case Tag.BINARY -> text(count());
            default -> throw new MalformedTermException("with a key of tag " + tag);
        };
    }

    private JsonNode list(int entries, int depth) throws MalformedTermException {
        JsonNode list = terms(entries, depth);
        if (small() != Tag.NIL) {
            throw new MalformedTermException("with an improper list");
        }
        return list;
    }

    private JsonNode terms(int entries, int depth) throws MalformedTermException {
        ArrayNode list = JSON.arrayNode();
        for (int entry = 0; entry < entries; entry++) {
            list.add(term(depth + 1));
        }
        return list;
    }

    /** A list of bytes has a form of its own. */
    private JsonNode bytes(int length) {
        ArrayNode list = JSON.arrayNode();
        for (int index = 0; index < length; index++) {
            list.add(small());
        }
        return list;
    }

    /** Clients in JavaScript write whole numbers beyond 32 bits so too, since they know no others. */
    private static JsonNode decimal(double value) throws MalformedTermException {
        if (!Double.isFinite(value)) {
            throw new MalformedTermException("with what is no number");
        }
        return Math.abs(value) <= EXACT && value == Math.rint(value)
                ? JSON.numberNode((long) value)
                : JSON.numberNode(value);
    }

    /** The older kinds of atoms have letters of one byte each. */
    private String name(int tag) throws MalformedTermException {
        int length = tag == Tag.ATOM || tag == Tag.ATOM_UTF8 ? in.getShort() & 0xFFFF : small();
        return tag == Tag.ATOM || tag == Tag.SMALL_ATOM
                ? new String(take(length), StandardCharsets.ISO_8859_1)
                : text(length);
    }

    private static JsonNode atom(String name) {
        if (NOTHING.contains(name)) {
            return JSON.nullNode();
        }
        return switch (name) {
            case "true" -> JSON.booleanNode(true);
            case "false" -> JSON.booleanNode(false);
            default -> JSON.textNode(name);
        };
    }

    private JsonNode big(int length) throws MalformedTermException {
        boolean negative = small() != 0;
        byte[] magnitude = take(length);
        for (int low = 0, high = length - 1; low < high; low++, high--) {
            byte swapped = magnitude[low];
            magnitude[low] = magnitude[high];
            magnitude[high] = swapped;
        }
        BigInteger value = new BigInteger(negative ? -1 : 1, magnitude);
        return value.bitLength() < Long.SIZE ? JSON.numberNode(value.longValue()) : JSON.numberNode(value);
    }

    private JsonNode oldFloat() throws MalformedTermException {
        try {
            return decimal(Double.parseDouble(text(FLOAT_TEXT).replace("\0", "")));
        } catch (NumberFormatException malformed) {
            throw new MalformedTermException("with what is no number");
        }
    }

    private String text(int length) throws MalformedTermException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(take(length)))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new MalformedTermException("with text that is not UTF-8");
        }
    }

    private byte[] take(int length) throws MalformedTermException {
        if (length > in.remaining()) {
            throw new MalformedTermException("cut off");
        }
        byte[] content = new byte[length];
        in.get(content);
        return content;
    }

    /** A count of entries or bytes, each of which takes a byte at least. */
    private int count() throws MalformedTermException {
        int count = in.getInt();
        if (count < 0 || count > in.remaining()) {
            throw new MalformedTermException("cut off");
        }
        return count;
    }

    private int small() {
        return in.get() & 0xFF;
    }
}
