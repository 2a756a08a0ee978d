package io.guildhall.guild.settings;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Values as they stand in protobuf messages of which no schema is at hand. What is of another kind than it should be counts as nothing. */
final class Wire {
    private Wire() {}

    /** What can't be parsed is an empty message. */
    static UnknownFieldSet parse(ByteString bytes) {
        try {
            return UnknownFieldSet.parseFrom(bytes);
        } catch (InvalidProtocolBufferException malformed) {
            return UnknownFieldSet.getDefaultInstance();
        }
    }

    static UnknownFieldSet inner(Field field) {
        UnknownFieldSet.Builder merged = UnknownFieldSet.newBuilder();
        field.getLengthDelimitedList().forEach(bytes -> merged.mergeFrom(parse(bytes)));
        return merged.build();
    }

    static long number(Field field) {
        return field.getVarintList().isEmpty() ? 0 : field.getVarintList().getLast();
    }

    static String text(Field field) {
        List<ByteString> texts = field.getLengthDelimitedList();
        return texts.isEmpty() ? "" : texts.getLast().toStringUtf8();
    }

    static long firstFixed(Field field) {
        return field.getFixed64List().isEmpty() ? 0 : field.getFixed64List().getLast();
    }

    /** Numbers of eight bytes, one after the other or packed. */
    static List<Long> fixed(Field field) {
        List<Long> numbers = new ArrayList<>(field.getFixed64List());
        for (ByteString packed : field.getLengthDelimitedList()) {
            ByteBuffer buffer = packed.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
            while (buffer.remaining() >= Long.BYTES) {
                numbers.add(buffer.getLong());
            }
        }
        return numbers;
    }

    static Field varint(long number) {
        return Field.newBuilder().addVarint(number).build();
    }

    static Field fixed64(long number) {
        return Field.newBuilder().addFixed64(number).build();
    }

    static Field bytes(ByteString bytes) {
        return Field.newBuilder().addLengthDelimited(bytes).build();
    }

    /** A message that holds the value as its first field. */
    static Field wrapped(Field value) {
        return bytes(UnknownFieldSet.newBuilder().addField(1, value).build().toByteString());
    }
}
