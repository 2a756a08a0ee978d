package io.guildhall.model.instance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How the instance shows itself to whoever asks; what is not said is empty. */
public record Presentation(String name, String description, String contact, String termsUrl, String privacyUrl) {
    public static final Presentation DEFAULT = new Presentation("Guildhall", "", "", "", "");

    static Presentation of(JsonNode settings) {
        return new Presentation(
                settings.path("instance_name").asText(DEFAULT.name()),
                settings.path("description").asText(""),
                settings.path("contact").asText(""),
                settings.path("terms_url").asText(""),
                settings.path("privacy_url").asText(""));
    }

    void write(ObjectNode settings) {
        settings.put("instance_name", name)
                .put("description", description)
                .put("contact", contact)
                .put("terms_url", termsUrl)
                .put("privacy_url", privacyUrl);
    }
}
