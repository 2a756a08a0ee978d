package io.guildhall.messageindex.elasticsearch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.messageindex.facet.Facet;
import io.guildhall.model.payload.Json;

/** Settings and mapping of an index: nothing stored but what is searched, and no field that is not named here. */
final class IndexShape {
    static final String STATE = "state";
    static final String ID = "id";
    static final String PLACE = "place";
    static final String TEXT = "text";
    static final String TERM = "term";

    /** What the name of the alias for writes has behind the index's. */
    static final String WRITING = "-writing";

    private static final int BETWEEN_TEXTS = 1000;
    private static final int LONGEST_WORD = 8192;
    private static final String ANALYZER = "encoded_words";

    private IndexShape() {}

    static ObjectNode of(String name, IndexSize size) {
        ObjectNode shape = Json.object();
        shape.putObject("aliases").putObject(name + WRITING);
        ObjectNode settings = shape.putObject("settings");
        settings.put("number_of_shards", size.shards()).put("number_of_replicas", size.replicas());
        // Versions of what was deleted for good need not be remembered: what must be is a document.
        settings.put("index.gc_deletes", "0s");
        analysis(settings.putObject("analysis"));
        ObjectNode mappings = shape.putObject("mappings").put("dynamic", "strict");
        mappings.putObject("_source").put("enabled", false);
        ObjectNode fields = mappings.putObject("properties");
        keyword(fields, STATE);
        fields.putObject(ID).put("type", "long");
        fields.putObject(PLACE).put("type", "long").put("index", false);
        fields.putObject(TERM)
                .put("type", "long")
                .put("index", false)
                .put("doc_values", false)
                .put("store", true);
        fields.putObject(TEXT)
                .put("type", "text")
                .put("analyzer", ANALYZER)
                .put("position_increment_gap", BETWEEN_TEXTS);
        for (Facet facet : Facet.values()) {
            keyword(fields, facet.word());
        }
        return shape;
    }

    private static void analysis(ObjectNode analysis) {
        analysis.putObject("tokenizer")
                .putObject("words")
                .put("type", "whitespace")
                .put("max_token_length", LONGEST_WORD);
        ObjectNode forms = analysis.putObject("filter").putObject("forms");
        forms.put("type", "pattern_capture").put("preserve_original", false);
        forms.putArray("patterns").add("([^|]+)");
        ObjectNode analyzer = analysis.putObject("analyzer").putObject(ANALYZER);
        analyzer.put("type", "custom").put("tokenizer", "words");
        analyzer.putArray("filter").add("forms");
    }

    /** Compared whole; neither sorted nor counted. */
    private static void keyword(ObjectNode fields, String name) {
        fields.putObject(name).put("type", "keyword").put("doc_values", false).put("norms", false);
    }
}
