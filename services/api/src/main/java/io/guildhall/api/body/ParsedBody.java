package io.guildhall.api.body;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.upload.UploadedFiles;
import io.guildhall.model.rpc.StoredFile;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A request's body, clean, and the files that came with it.
 *
 * @param json a missing node when the operation takes no body
 * @param keys where the files were stored, in the same order
 * @param pictures that the body held, by their names; stored when the owner would not refuse the call
 * @param share of the memory for bodies; given back when the request was answered
 */
public record ParsedBody(
        JsonNode json, List<StoredFile> files, List<String> keys, Map<String, byte[]> pictures, BodyBudget.Share share)
        implements AutoCloseable {
    static ParsedBody of(JsonNode json, Map<String, byte[]> pictures, BodyBudget.Share share) {
        return new ParsedBody(json, List.of(), List.of(), pictures, share);
    }

    /** With further files. */
    ParsedBody and(UploadedFiles more) {
        return new ParsedBody(
                json,
                Stream.concat(files.stream(), more.files().stream()).toList(),
                Stream.concat(keys.stream(), more.keys().stream()).toList(),
                pictures,
                share);
    }

    @Override
    public void close() {
        share.close();
    }
}
