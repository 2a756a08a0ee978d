package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.payload.Attachment;
import java.util.List;
import java.util.Optional;

/** The pictures and files that components show: from anywhere, or uploaded with the message. */
record ComponentMedia(SnowflakeGenerator ids, UploadedNames names) {
    ComponentMedia(SnowflakeGenerator ids, List<Attachment> attachments) {
        this(ids, new UploadedNames(attachments));
    }

    /** Completes the media object in this field. */
    void resolve(ObjectNode holder, String field) {
        ObjectNode media = (ObjectNode) holder.get(field);
        Optional<Attachment> uploaded = names.find(media.path("url"));
        if (uploaded.isEmpty() && UploadedNames.isName(media.path("url"))) {
            throw notFound();
        }
        uploaded.ifPresent(attachment -> {
            UploadedNames.describe(media, attachment);
            media.put("attachment_id", attachment.id());
        });
        media.put("id", uploaded.map(Attachment::id).orElseGet(ids::nextText));
        media.put("proxy_url", media.path("url").asText());
    }

    /** A file component shows a file of its message only, and says its name and size. */
    void resolveFile(ObjectNode component) {
        Attachment file = names.find(component.path("file").path("url")).orElseThrow(ComponentMedia::notFound);
        component.put("name", file.filename());
        component.put("size", file.size());
        resolve(component, "file");
    }

    private static ApiException notFound() {
        return ApiException.invalidField(
                "components",
                "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
                "The referenced attachment was not found");
    }
}
