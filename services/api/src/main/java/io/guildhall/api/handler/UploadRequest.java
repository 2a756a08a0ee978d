package io.guildhall.api.handler;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/**
 * One file for which somebody wants a slot.
 *
 * @param id the client's own, which comes back
 * @param fileSize in bytes
 */
record UploadRequest(
        Given<JsonNode> id, Given<String> filename, Given<Long> fileSize, Given<String> originalContentType) {
    static UploadRequest of(JsonNode body) {
        Fields fields = new Fields(body);
        return new UploadRequest(
                fields.tree("id"),
                fields.text("filename"),
                fields.number("file_size"),
                fields.text("original_content_type"));
    }
}
