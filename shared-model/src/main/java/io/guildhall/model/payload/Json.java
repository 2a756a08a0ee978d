package io.guildhall.model.payload;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;

/**
 * JSON as the API speaks it: keys in snake case, unknown keys ignored, nulls written (a field that may be left out says so
 * itself). Everything here throws UncheckedIOException for malformed input, which only our own data can cause: what
 * clients send has passed its {@code Shape} before.
 */
public final class Json {
    public static final ObjectMapper MAPPER = JsonMapper.builder(
                    JsonFactory.builder().recyclerPool(JsonBuffers.POOL).build())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, null))
            .disable(MapperFeature.USE_GETTERS_AS_SETTERS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Microseconds and a numeric offset, always: clients parse exactly this. */
    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS")
            .appendOffset("+HH:MM", "+00:00")
            .toFormatter()
            .withZone(ZoneOffset.UTC);

    /** A list of nothing. */
    public static final ByteString EMPTY_LIST = ByteString.copyFromUtf8("[]");

    private Json() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static ByteString bytes(Object value) {
        try {
            ByteString.Output output = ByteString.newOutput(512);
            MAPPER.writeValue(output, value);
            return output.toByteString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    public static <T> T read(ByteString json, Class<T> type) {
        try (InputStream input = json.newInput()) {
            return MAPPER.readValue(input, type);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    public static <T> List<T> readList(String json, Class<T> element) {
        try {
            return MAPPER.readValue(json, MAPPER.getTypeFactory().constructCollectionType(List.class, element));
        } catch (JsonProcessingException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    /** As {@link #readList(String, Class)}; no bytes at all give an empty list. */
    public static <T> List<T> readList(ByteString json, Class<T> element) {
        if (json.isEmpty()) {
            return List.of();
        }
        try (InputStream input = json.newInput()) {
            return MAPPER.readValue(input, MAPPER.getTypeFactory().constructCollectionType(List.class, element));
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    public static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    /** The tree of a value that is made of records. */
    public static <T extends JsonNode> T tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    public static JsonNode parse(String json) {
        return read(json, JsonNode.class);
    }

    /** Parses bytes; no bytes at all give an empty object. {@link #EMPTY_LIST} costs nothing: most messages have several. */
    public static JsonNode parse(ByteString json) {
        if (json == EMPTY_LIST) {
            return array();
        }
        return json.isEmpty() ? object() : read(json, JsonNode.class);
    }

    /** One field of an object, of which the others are not made into trees; missing where there is none. */
    public static JsonNode field(ByteString object, String name) {
        try (InputStream input = object.newInput();
                JsonParser parser = MAPPER.createParser(input)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = parser.currentName().equals(name);
                parser.nextToken();
                if (wanted) {
                    return MAPPER.readTree(parser);
                }
                parser.skipChildren();
            }
            return MissingNode.getInstance();
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    /** The value that a tree stands for. */
    public static <T> T read(JsonNode tree, Class<T> type) {
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JsonProcessingException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    /** Whether these characters, which are ASCII, stand anywhere in the JSON. */
    public static boolean contains(ByteString json, String ascii) {
        int last = json.size() - ascii.length();
        for (int start = 0; start <= last; start++) {
            int index = 0;
            while (index < ascii.length() && json.byteAt(start + index) == ascii.charAt(index)) {
                index++;
            }
            if (index == ascii.length()) {
                return true;
            }
        }
        return false;
    }

    /** A time as the API writes it: {@code 2026-01-01T00:00:00.000000+00:00}. */
    public static String timestamp(long millisSince1970) {
        return TIMESTAMP.format(Instant.ofEpochMilli(millisSince1970));
    }

    /** {@link #timestamp(long)}, or null for null. */
    public static String timestampOrNull(Long millisSince1970) {
        return millisSince1970 == null ? null : timestamp(millisSince1970);
    }
}
