package io.guildhall.gateway.etf;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What this node says in JSON, as terms: objects are maps, text is binaries, null is the atom nil. Ids stay the text that they are in
 * JSON, which clients of this encoding expect beside numbers.
 */
public final class TermWriter {
    private static final JsonFactory JSON = new JsonFactory();

    private final TermBuffer out;
    private final boolean atoms;
    private final Deque<Container> open = new ArrayDeque<>();

    /** An object or array whose entries are still being written. */
    private static final class Container {
        private final int start;
        private final int count;
        private int entries;

        private Container(int start, int count) {
            this.start = start;
            this.count = count;
        }
    }

    private TermWriter(int expected, boolean atoms) {
        this.out = new TermBuffer(expected);
        this.atoms = atoms;
    }

    /** An atom and one JSON value, without the version byte; the keys of its objects are binaries. */
    static byte[] entry(String key, byte[] json) {
        TermWriter writer = new TermWriter(json.length, false);
        writer.out.atom(key);
        writer.write(json);
        return writer.out.toArray();
    }

    /** One whole short message of this node's own; the keys of its objects are atoms. */
    public static byte[] message(byte[] json) {
        TermWriter writer = new TermWriter(json.length, true);
        writer.out.tag(Tag.VERSION);
        writer.write(json);
        return writer.out.toArray();
    }

    private void write(byte[] json) {
        try (JsonParser parser = JSON.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                write(parser, token);
            }
        } catch (IOException malformed) {
            throw new UncheckedIOException("An event is no JSON", malformed);
        }
    }

    private void write(JsonParser parser, JsonToken token) throws IOException {
        switch (token) {
            case START_OBJECT -> begin(Tag.MAP);
            case START_ARRAY -> begin(Tag.LIST);
            case END_OBJECT -> end();
            case END_ARRAY -> endList();
            case FIELD_NAME -> key(parser.currentName());
            case VALUE_STRING -> {
                entry();
                out.binary(parser.getText());
            }
            case VALUE_NUMBER_INT -> {
                entry();
                integer(parser);
            }
            case VALUE_NUMBER_FLOAT -> {
                entry();
                out.decimal(parser.getDoubleValue());
            }
            case VALUE_TRUE -> atom("true");
            case VALUE_FALSE -> atom("false");
            case VALUE_NULL -> atom("nil");
            case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> throw new IllegalStateException("JSON holds no " + token);
        }
    }

    private void integer(JsonParser parser) throws IOException {
        switch (parser.getNumberType()) {
            case INT, LONG -> out.integer(parser.getLongValue());
            case BIG_INTEGER -> out.integer(parser.getBigIntegerValue());
            case FLOAT, DOUBLE, BIG_DECIMAL -> out.decimal(parser.getDoubleValue());
        }
    }

    private void begin(int tag) {
        entry();
        int start = out.size();
        out.tag(tag);
        open.push(new Container(start, out.count(0)));
    }

    private void end() {
        Container container = open.pop();
        out.setCount(container.count, container.entries);
    }

    /** A list ends with the empty list, which is also what a list without entries is. */
    private void endList() {
        Container list = open.peek();
        if (list.entries == 0) {
            out.rewind(list.start);
            open.pop();
        } else {
            end();
        }
        out.tag(Tag.NIL);
    }

    private void key(String name) {
        if (atoms) {
            out.atom(name);
        } else {
            out.binary(name);
        }
    }

    private void atom(String name) {
        entry();
        out.atom(name);
    }

    /** A value begins. */
    private void entry() {
        if (!open.isEmpty()) {
            open.peek().entries++;
        }
    }
}
