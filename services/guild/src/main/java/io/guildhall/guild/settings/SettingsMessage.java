package io.guildhall.guild.settings;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** One of the messages in which a person's clients keep how they are set up. Never changes. */
record SettingsMessage(UnknownFieldSet fields) {
    static final SettingsMessage EMPTY = new SettingsMessage(UnknownFieldSet.getDefaultInstance());

    /** Holds the versions of the message, in both kinds of messages. */
    private static final int VERSIONS = 1;

    private static final int DATA_VERSION = 3;

    static SettingsMessage of(ByteString bytes) {
        return new SettingsMessage(Wire.parse(bytes));
    }

    ByteString bytes() {
        return fields.toByteString();
    }

    String base64() {
        return Base64.getEncoder().encodeToString(bytes().toByteArray());
    }

    /** A field of the message in a field, when it is there. */
    Optional<Field> field(int section, int number) {
        UnknownFieldSet inner = Wire.inner(fields.getField(section));
        return inner.hasField(number) ? Optional.of(inner.getField(number)) : Optional.empty();
    }

    /** With this field there; an empty one takes it away. */
    SettingsMessage with(int section, int number, Field value) {
        UnknownFieldSet.Builder inner = Wire.inner(fields.getField(section)).toBuilder();
        inner.clearField(number);
        if (!value.equals(Field.getDefaultInstance())) {
            inner.addField(number, value);
        }
        UnknownFieldSet.Builder changed = fields.toBuilder();
        changed.clearField(section);
        changed.addField(section, Wire.bytes(inner.build().toByteString()));
        return new SettingsMessage(changed.build());
    }

    /** With all fields of another one in the place of this one's. */
    SettingsMessage replacedBy(SettingsMessage given) {
        UnknownFieldSet.Builder changed = fields.toBuilder();
        for (Map.Entry<Integer, Field> field : given.fields().asMap().entrySet()) {
            if (field.getKey() != VERSIONS) {
                changed.clearField(field.getKey());
                changed.addField(field.getKey(), field.getValue());
            }
        }
        return new SettingsMessage(changed.build());
    }

    /** Rises by one with each change. */
    long dataVersion() {
        return field(VERSIONS, DATA_VERSION).map(Wire::number).orElse(0L);
    }

    SettingsMessage withDataVersion(long version) {
        return with(VERSIONS, DATA_VERSION, Wire.varint(version));
    }
}
