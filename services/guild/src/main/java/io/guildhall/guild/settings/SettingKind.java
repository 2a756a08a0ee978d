package io.guildhall.guild.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import java.time.OffsetDateTime;
import java.util.List;

/** How a value stands in a protobuf message, and how in JSON. A kind that may be unset is a message around its value. */
enum SettingKind {
    PLAIN_FLAG {
        @Override
        JsonNode read(Field field) {
            return BooleanNode.valueOf(Wire.number(field) != 0);
        }

        @Override
        Field write(JsonNode value) {
            return Wire.varint(value.asBoolean() ? 1 : 0);
        }
    },
    FLAG {
        @Override
        JsonNode read(Field field) {
            return BooleanNode.valueOf(Wire.number(Wire.inner(field).getField(1)) != 0);
        }

        @Override
        Field write(JsonNode value) {
            return Wire.wrapped(Wire.varint(value.asBoolean() ? 1 : 0));
        }
    },
    NUMBER {
        @Override
        JsonNode read(Field field) {
            return LongNode.valueOf((int) Wire.number(Wire.inner(field).getField(1)));
        }

        @Override
        Field write(JsonNode value) {
            return Wire.wrapped(Wire.varint(value.asLong()));
        }
    },
    TEXT {
        @Override
        JsonNode read(Field field) {
            return TextNode.valueOf(Wire.text(Wire.inner(field).getField(1)));
        }

        @Override
        Field write(JsonNode value) {
            return Wire.wrapped(Wire.bytes(ByteString.copyFromUtf8(value.asText())));
        }
    },
    IDS {
        @Override
        JsonNode read(Field field) {
            ArrayNode ids = Json.array();
            Wire.fixed(field).forEach(id -> ids.add(Snowflake.format(id)));
            return ids;
        }

        @Override
        Field write(JsonNode value) {
            Field.Builder ids = Field.newBuilder();
            value.forEach(id -> ids.addFixed64(Snowflake.parse(id.asText())));
            return ids.build();
        }
    },
    THEME {
        private final List<String> names = List.of("unset", "dark", "light", "darker", "midnight");

        @Override
        JsonNode read(Field field) {
            long theme = Wire.number(field);
            return TextNode.valueOf(theme > 0 && theme < names.size() ? names.get((int) theme) : "dark");
        }

        @Override
        Field write(JsonNode value) {
            return Wire.varint(names.indexOf(value.asText()));
        }
    },
    /** Bits: 1 friends of friends, 2 members of a guild in common, 3 everybody. */
    FRIEND_SOURCES {
        @Override
        JsonNode read(Field field) {
            long bits = Wire.number(Wire.inner(field).getField(1));
            return Json.object()
                    .put("all", (bits & 1 << 3) != 0)
                    .put("mutual_friends", (bits & 1 << 1) != 0)
                    .put("mutual_guilds", (bits & 1 << 2) != 0);
        }

        @Override
        Field write(JsonNode value) {
            long bits = (value.path("all").asBoolean() ? 1 << 3 : 0)
                    | (value.path("mutual_friends").asBoolean() ? 1 << 1 : 0)
                    | (value.path("mutual_guilds").asBoolean() ? 1 << 2 : 0);
            return Wire.wrapped(Wire.varint(bits));
        }
    },
    CUSTOM_STATUS {
        @Override
        JsonNode read(Field field) {
            UnknownFieldSet status = Wire.inner(field);
            long emoji = Wire.firstFixed(status.getField(2));
            long expires = Wire.firstFixed(status.getField(4));
            return Json.object()
                    .put("text", Wire.text(status.getField(1)))
                    .put("emoji_id", emoji == 0 ? null : Snowflake.format(emoji))
                    .put("emoji_name", status.hasField(3) ? Wire.text(status.getField(3)) : null)
                    .put("expires_at", expires > 0 && expires <= LAST_TIME ? Json.timestamp(expires) : null);
        }

        @Override
        Field write(JsonNode value) {
            if (value.isNull()) {
                return Field.getDefaultInstance();
            }
            UnknownFieldSet.Builder status = UnknownFieldSet.newBuilder();
            if (value.hasNonNull("text")) {
                status.addField(
                        1, Wire.bytes(ByteString.copyFromUtf8(value.get("text").asText())));
            }
            if (value.hasNonNull("emoji_id")) {
                status.addField(
                        2, Wire.fixed64(Snowflake.parse(value.get("emoji_id").asText())));
            }
            if (value.hasNonNull("emoji_name")) {
                status.addField(
                        3,
                        Wire.bytes(
                                ByteString.copyFromUtf8(value.get("emoji_name").asText())));
            }
            if (value.hasNonNull("expires_at")) {
                status.addField(
                        4,
                        Wire.fixed64(
                                OffsetDateTime.parse(value.get("expires_at").asText())
                                        .toInstant()
                                        .toEpochMilli()));
            }
            return Wire.bytes(status.build().toByteString());
        }
    },
    FOLDERS {
        @Override
        JsonNode read(Field field) {
            ArrayNode folders = Json.array();
            for (ByteString bytes : field.getLengthDelimitedList()) {
                UnknownFieldSet folder = Wire.parse(bytes);
                ObjectNode shown = folders.addObject();
                shown.set("guild_ids", IDS.read(folder.getField(1)));
                shown.put(
                        "id",
                        folder.hasField(2)
                                ? Wire.number(Wire.inner(folder.getField(2)).getField(1))
                                : null);
                shown.put(
                        "name",
                        folder.hasField(3)
                                ? Wire.text(Wire.inner(folder.getField(3)).getField(1))
                                : null);
                shown.put(
                        "color",
                        folder.hasField(4)
                                ? Wire.number(Wire.inner(folder.getField(4)).getField(1))
                                : null);
            }
            return folders;
        }

        @Override
        Field write(JsonNode value) {
            Field.Builder folders = Field.newBuilder();
            for (JsonNode folder : value) {
                UnknownFieldSet.Builder message = UnknownFieldSet.newBuilder();
                Field guilds = IDS.write(folder.path("guild_ids"));
                if (!guilds.getFixed64List().isEmpty()) {
                    message.addField(1, guilds);
                }
                if (folder.hasNonNull("id")) {
                    message.addField(
                            2, Wire.wrapped(Wire.varint(folder.get("id").asLong())));
                }
                if (folder.hasNonNull("name")) {
                    message.addField(3, TEXT.write(folder.get("name")));
                }
                if (folder.hasNonNull("color")) {
                    message.addField(
                            4, Wire.wrapped(Wire.varint(folder.get("color").asLong())));
                }
                folders.addLengthDelimited(message.build().toByteString());
            }
            return folders.build();
        }
    };

    /** The end of the year 9999, the last that has four digits, in ms since 1970. */
    private static final long LAST_TIME = 253_402_300_799_999L;

    abstract JsonNode read(Field field);

    /** An empty field takes the value away. */
    abstract Field write(JsonNode value);
}
