package io.guildhall.push.apns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.payload.Json;
import io.guildhall.push.notification.Notification;
import io.guildhall.push.token.Token;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a device of Apple's is sent: the system shows what stands in {@code aps}, and the application finds what it is about beside it, under {@code guildhall}. Where the
 * application has keys, the system has nothing to show but that there is something; the application's extension reads what, and puts it there.
 */
final class ApnsPayload {
    private static final List<String> WORDS = List.of("author", "content");

    private ApnsPayload() {}

    static String of(Notification notification, Token token, byte[] content) {
        JsonNode shown = Json.parse(new String(content, StandardCharsets.UTF_8));
        boolean encrypted = token.recipient().isPresent();
        ObjectNode aps = Json.object()
                .put("sound", "default")
                .put("mutable-content", 1)
                .put("thread-id", Long.toHexString(notification.conversation().channelId()));
        if (shown.path("badge").isIntegralNumber()) {
            aps.put("badge", shown.path("badge").asLong());
        }
        aps.set("alert", encrypted ? something() : alert(shown));
        ObjectNode about = token.sealed(content);
        // The system has these words already, and there is room for them once.
        about.remove(WORDS);
        ObjectNode payload = Json.object();
        payload.set("aps", aps);
        payload.set("guildhall", about);
        return payload.toString();
    }

    /** Words of the application's own, in the language of the person. */
    private static ObjectNode something() {
        return Json.object().put("loc-key", "PUSH");
    }

    private static ObjectNode alert(JsonNode shown) {
        if (!shown.path("author").has("name")) {
            return Json.object().put("loc-key", "PUSH_" + shown.path("reason").asText());
        }
        ObjectNode alert = Json.object().put("title", shown.at("/author/name").asText());
        String text = shown.path("content").asText();
        return text.isEmpty()
                ? alert.put("loc-key", "PUSH_" + shown.path("reason").asText())
                : alert.put("body", text);
    }
}
