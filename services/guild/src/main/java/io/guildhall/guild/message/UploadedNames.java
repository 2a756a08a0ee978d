package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.payload.Attachment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the files of a message that its embeds and components point at: by {@code attachment://name} in what is sent, and by
 * their addresses in what was received and comes back in an edit.
 */
final class UploadedNames {
    private static final String SCHEME = "attachment://";

    private final Map<String, Attachment> known = new HashMap<>();

    UploadedNames(List<Attachment> attachments) {
        for (Attachment attachment : attachments) {
            known.putIfAbsent(SCHEME + attachment.filename(), attachment);
            known.put(address(attachment.url()), attachment);
        }
    }

    Optional<Attachment> find(JsonNode url) {
        return Optional.ofNullable(known.get(address(url.asText(""))));
    }

    /** True for a name; when no file has it, nothing can be shown. */
    static boolean isName(JsonNode url) {
        return url.asText("").startsWith(SCHEME);
    }

    /** An address without the proof that it was given out, which changes. */
    static String address(String url) {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }

    /** Makes a media object say what is known of the file that it shows. */
    static void describe(ObjectNode media, Attachment attachment) {
        media.put("url", attachment.url());
        if (attachment.width() != null) {
            media.put("width", attachment.width()).put("height", attachment.height());
        }
        if (attachment.contentType() != null) {
            media.put("content_type", attachment.contentType());
        }
    }
}
