package io.guildhall.tests.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Where the published description contradicts the documentation and what clients have always received. */
final class KnownMistakes {
    private KnownMistakes() {}

    static void correct(JsonNode description) {
        fieldErrorsHaveWordsForCodes(description);
        guildsThatLookAtNewcomersSaySo(description);
    }

    /** People's clients turn this feature on, and know by it that requests wait; the list of features lacks it. */
    private static void guildsThatLookAtNewcomersSaySo(JsonNode description) {
        if (description.at("/components/schemas/GuildFeatures/oneOf") instanceof ArrayNode features) {
            features.addObject().put("const", "MEMBER_VERIFICATION_MANUAL_APPROVAL");
        }
    }

    /** The code of a field's error is a word such as BASE_TYPE_REQUIRED; the description shares the number's schema. */
    private static void fieldErrorsHaveWordsForCodes(JsonNode description) {
        JsonNode items = description.at("/components/schemas/InnerErrors/properties/_errors/items");
        if (items instanceof ObjectNode error) {
            error.removeAll();
            error.put("type", "object");
            error.putArray("required").add("code").add("message");
            ObjectNode properties = error.putObject("properties");
            properties.putObject("code").put("type", "string");
            properties.putObject("message").put("type", "string");
        }
    }
}
