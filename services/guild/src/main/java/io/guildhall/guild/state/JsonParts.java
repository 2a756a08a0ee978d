package io.guildhall.guild.state;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Puts JSON together from parts that are serialised already, without copying them. */
public final class JsonParts {
    private static final ByteString COMMA = ByteString.copyFromUtf8(",");
    private static final ByteString EMPTY_ARRAY = ByteString.copyFromUtf8("[]");
    private static final ByteString OPEN_ARRAY = ByteString.copyFromUtf8("[");
    private static final ByteString CLOSE_ARRAY = ByteString.copyFromUtf8("]");
    private static final ByteString CLOSE_OBJECT = ByteString.copyFromUtf8("}");

    private JsonParts() {}

    public static ByteString array(List<ByteString> values) {
        if (values.isEmpty()) {
            return EMPTY_ARRAY;
        }
        ByteString.Output output =
                ByteString.newOutput(values.stream().mapToInt(ByteString::size).sum() + values.size() + 1);
        ByteString before = OPEN_ARRAY;
        for (ByteString value : values) {
            write(before, output);
            write(value, output);
            before = COMMA;
        }
        write(CLOSE_ARRAY, output);
        return output.toByteString();
    }

    /** An object with at least one field, with one more at its end. */
    public static ByteString with(ByteString object, String field, ByteString value) {
        return object.substring(0, object.size() - 1)
                .concat(ByteString.copyFromUtf8(",\"" + field + "\":"))
                .concat(value)
                .concat(CLOSE_OBJECT);
    }

    /** One object with the fields of both, which have none in common and at least one each. */
    public static ByteString joined(ByteString object, ByteString other) {
        return object.substring(0, object.size() - 1).concat(COMMA).concat(other.substring(1));
    }

    private static void write(ByteString bytes, ByteString.Output output) {
        try {
            bytes.writeTo(output);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
