package io.guildhall.messageindex.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.messageindex.Version;
import io.guildhall.messageindex.document.DocumentKeys;
import io.guildhall.messageindex.document.MessageDocument;
import io.guildhall.messageindex.facet.Facets;
import io.guildhall.messageindex.lucene.Reading;
import io.guildhall.model.payload.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes of one request, as lines of JSON. Not for several threads. */
final class Lines {
    static final String MESSAGE = "message";
    private static final String REMOVED = "removed";
    private static final String MARK = "mark";

    private final List<Line> lines;

    /** One write. */
    record Line(String key, String text) {}

    Lines() {
        this(new ArrayList<>());
    }

    Lines(List<Line> lines) {
        this.lines = lines;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** In the order in which they are answered. */
    List<Line> all() {
        return lines;
    }

    String text() {
        return lines.stream().map(Line::text).collect(Collectors.joining());
    }

    void put(MessageDocument message, Version version) {
        ObjectNode document = document(message.id(), MESSAGE).put(IndexShape.PLACE, message.channel());
        ArrayNode texts = Json.array();
        message.texts().forEach(words -> texts.add(EncodedWords.of(words, Reading.INDEXED)));
        document.set(IndexShape.TEXT, texts);
        Facets.of(message).forEach((facet, values) -> values.forEach(document.withArray(facet.word())::add));
        add(versioned(message.id(), version), document);
    }

    /** What stays of a removed message, so that what arrives late does not bring it back. */
    void remove(long message, Version version) {
        add(versioned(message, version), document(message, REMOVED));
    }

    void mark(String key) {
        add(action(key), Json.object().put(IndexShape.STATE, MARK));
    }

    void term(String key, long term) {
        add(action(key), Json.object().put(IndexShape.STATE, MARK).put(IndexShape.TERM, term));
    }

    private static ObjectNode document(long message, String state) {
        return Json.object().put(IndexShape.STATE, state).put(IndexShape.ID, message);
    }

    private static ObjectNode versioned(long message, Version version) {
        ObjectNode action = action(DocumentKeys.message(message));
        ((ObjectNode) action.get("index"))
                .put("version", ExternalVersion.of(version))
                .put("version_type", "external");
        return action;
    }

    private static ObjectNode action(String key) {
        ObjectNode action = Json.object();
        action.putObject("index").put("_id", key);
        return action;
    }

    private void add(JsonNode action, JsonNode document) {
        lines.add(new Line(action.at("/index/_id").asText(), Json.write(action) + '\n' + Json.write(document) + '\n'));
    }
}
