package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.guildhall.model.payload.Attachment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns {@code attachment://name}, with which embeds and components point at a file of their own message, into its url. */
final class UploadedNames {
    private static final String SCHEME = "attachment://";

    private final Map<String, Attachment> byName = new HashMap<>();

    UploadedNames(List<Attachment> attachments) {
        attachments.forEach(attachment -> byName.putIfAbsent(attachment.filename(), attachment));
    }

    /** Resolves in place, at any depth. */
    void resolve(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(entry -> {
                find(entry.getValue())
                        .ifPresentOrElse(
                                attachment -> entry.setValue(TextNode.valueOf(attachment.url())),
                                () -> resolve(entry.getValue()));
            });
            return;
        }
        node.forEach(this::resolve);
    }

    Optional<Attachment> find(JsonNode value) {
        String text = value.isTextual() ? value.asText() : "";
        return text.startsWith(SCHEME)
                ? Optional.ofNullable(byName.get(text.substring(SCHEME.length())))
                : Optional.empty();
    }
}
