package io.guildhall.api.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.model.attachment.AttachmentLinks;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.AttachmentOperations;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Gives out addresses of attachments anew, for whoever has them from before. What the instance never gave out becomes null. */
@ApplicationScoped
public class RefreshAttachmentUrls implements ApiHandler {
    private final AttachmentLinks links;

    @Inject
    public RefreshAttachmentUrls(AttachmentLinks links) {
        this.links = links;
    }

    @Override
    public Operation operation() {
        return AttachmentOperations.REFRESH_ATTACHMENT_URLS;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        ObjectNode answer = Json.object();
        ArrayNode refreshed = answer.putArray("refreshed_urls");
        for (String url : AttachmentUrls.of(call.body()).attachmentUrls().required()) {
            refreshed
                    .addObject()
                    .put("original", url)
                    .put("refreshed", links.renewedAddress(url).orElse(null));
        }
        return answer;
    }
}
