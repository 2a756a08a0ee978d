package io.guildhall.model.body;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads an object of a request field by field into the record that handlers know it by. The object has passed its
 * {@code Shape}: a value of another kind can only come from a node of another release, and is read as Jackson converts it.
 */
public final class Fields {
    private final JsonNode object;

    public Fields(JsonNode object) {
        this.object = object;
    }

    /** Each element of a list as its record; none when it is no list. */
    public static <T> List<T> each(JsonNode list, Function<? super JsonNode, ? extends T> element) {
        List<T> elements = new ArrayList<>(list.size());
        list.forEach(node -> elements.add(element.apply(node)));
        return List.copyOf(elements);
    }

    public Given<String> text(String field) {
        return read(field, JsonNode::asText, text -> text);
    }

    /** A whole number, also a set of flags. */
    public Given<Long> number(String field) {
        return read(field, JsonNode::asLong, number -> number);
    }

    public Given<Boolean> flag(String field) {
        return read(field, JsonNode::asBoolean, flag -> flag);
    }

    public Given<Double> decimal(String field) {
        return read(field, JsonNode::asDouble, decimal -> decimal);
    }

    public Given<Long> snowflake(String field) {
        return read(field, node -> Snowflake.parse(node.asText()), Snowflake::format);
    }

    public Given<Long> permissions(String field) {
        return read(field, node -> Permission.parse(node.asText()), Permission::format);
    }

    /** A time, in ms since 1970. */
    public Given<Long> timestamp(String field) {
        return read(
                field, node -> OffsetDateTime.parse(node.asText()).toInstant().toEpochMilli(), Json::timestamp);
    }

    /** A list of ids. */
    public Given<List<Long>> snowflakes(String field) {
        return list(field, node -> Snowflake.parse(node.asText()));
    }

    public <T> Given<List<T>> list(String field, Function<? super JsonNode, ? extends T> element) {
        return read(field, node -> each(node, element), Json::tree);
    }

    /** An object that is a record too. */
    public <T> Given<T> object(String field, Function<? super JsonNode, ? extends T> record) {
        return read(field, record, Json::tree);
    }

    /** Whatever it is, as it came: for what is passed on whole. */
    public Given<JsonNode> tree(String field) {
        return read(field, node -> node, node -> node);
    }

    /** A list or an object that is kept as JSON. */
    public Given<String> json(String field) {
        return read(field, JsonNode::toString, Json::parse);
    }

    private <T> Given<T> read(
            String field, Function<? super JsonNode, ? extends T> value, Function<? super T, ?> json) {
        JsonNode node = object.get(field);
        boolean none = node == null || node.isNull();
        return new Given<>(field, node != null, none ? null : value.apply(node), json);
    }
}
