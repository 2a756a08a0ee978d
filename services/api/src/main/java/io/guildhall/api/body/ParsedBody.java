package io.guildhall.api.body;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.rpc.StoredFile;
import java.util.List;

/**
 * A request's body, clean, and the files that came with it.
 *
 * @param json a missing node when the operation takes no body
 * @param keys where the files were stored, in the same order
 */
public record ParsedBody(JsonNode json, List<StoredFile> files, List<String> keys) {
    static ParsedBody of(JsonNode json) {
        return new ParsedBody(json, List.of(), List.of());
    }
}
