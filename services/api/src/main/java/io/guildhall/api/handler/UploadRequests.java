package io.guildhall.api.handler;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import java.util.List;

/** Files for which somebody wants slots. */
record UploadRequests(Given<List<UploadRequest>> files) {
    static UploadRequests of(JsonNode body) {
        return new UploadRequests(new Fields(body).list("files", UploadRequest::of));
    }
}
