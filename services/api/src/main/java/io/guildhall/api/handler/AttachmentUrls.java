package io.guildhall.api.handler;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import java.util.List;

/** Addresses of attachments that are given out anew. */
record AttachmentUrls(Given<List<String>> attachmentUrls) {
    static AttachmentUrls of(JsonNode body) {
        Fields fields = new Fields(body);
        return new AttachmentUrls(fields.list("attachment_urls", JsonNode::asText));
    }
}
