package io.guildhall.model.payload;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * A list in JSON that mostly passes through as the bytes that it is stored as, and is parsed only where somebody looks into it. Any thread; parsed
 * twice at worst.
 */
@RegisterForReflection
public final class JsonList {
    public static final JsonList EMPTY = new JsonList(Json.EMPTY_LIST, List.of());

    private volatile ByteString bytes;
    private volatile List<JsonNode> trees;

    private JsonList(ByteString bytes, List<JsonNode> trees) {
        this.bytes = bytes;
        this.trees = trees;
    }

    /** What these bytes say, which are a list. */
    public static JsonList of(ByteString bytes) {
        return bytes.equals(Json.EMPTY_LIST) ? EMPTY : new JsonList(bytes, null);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static JsonList of(List<JsonNode> trees) {
        return trees.isEmpty() ? EMPTY : new JsonList(null, List.copyOf(trees));
    }

    @JsonValue
    public List<JsonNode> trees() {
        if (trees == null) {
            trees = List.copyOf(Json.readList(bytes, JsonNode.class));
        }
        return trees;
    }

    /** As they are written. */
    public ByteString bytes() {
        if (bytes == null) {
            bytes = Json.bytes(trees);
        }
        return bytes;
    }

    public boolean isEmpty() {
        return this == EMPTY || trees().isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonList list && trees().equals(list.trees());
    }

    @Override
    public int hashCode() {
        return trees().hashCode();
    }

    @Override
    public String toString() {
        return trees().toString();
    }
}
