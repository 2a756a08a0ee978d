package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.payload.Attachment;
import java.util.List;
import java.util.Optional;

/** The pictures and files that components show: from anywhere, or uploaded with the message. */
record ComponentMedia(SnowflakeGenerator ids, UploadedNames names) {
    ComponentMedia(SnowflakeGenerator ids, List<Attachment> attachments) {
        this(ids, new UploadedNames(attachments));
    }

    /** Completes the media object in this field; one that was completed before, and came back in an edit, stays. */
    void resolve(ObjectNode holder, String field) {
        if (!(holder.get(field) instanceof ObjectNode media)) {
            return;
        }
        Optional<Attachment> uploaded = names.find(media.path("url"));
        uploaded.ifPresent(attachment -> describe(media, attachment));
        if (!media.has("id")) {
            media.put("id", uploaded.map(Attachment::id).orElseGet(ids::nextText));
        }
        media.put("proxy_url", media.path("url").asText());
    }

    /** A file component says the name and the size of its file. */
    void describeFile(ObjectNode component) {
        Optional<Attachment> uploaded = names.find(component.path("file").path("url"));
        component.put("name", uploaded.map(Attachment::filename).orElse(null));
        component.put("size", uploaded.map(Attachment::size).orElse(null));
    }

    private static void describe(ObjectNode media, Attachment attachment) {
        media.put("url", attachment.url());
        media.put("attachment_id", attachment.id());
        if (attachment.width() != null) {
            media.put("width", attachment.width()).put("height", attachment.height());
        }
        if (attachment.contentType() != null) {
            media.put("content_type", attachment.contentType());
        }
    }
}
