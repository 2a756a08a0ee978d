package io.guildhall.api.upload;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/**
 * What an animation would have a viewer do: draw layers, and compositions within them. Programs, and what is fetched from elsewhere, are
 * nothing that it may ask of other people's clients, nor more layers than a file of its size could name.
 */
final class LottieScript {
    /** With those of compositions counted each time that they are drawn. */
    private static final int MOST_LAYERS = 5_000;

    /** Where an animated value has its program; what a layer of a text, a shape or an effect is called so are numbers or objects. */
    private static final String EXPRESSION = "x";

    private static final long UNENDING = Long.MAX_VALUE;

    private final Map<String, JsonNode> compositions = new HashMap<>();
    private final Map<String, Long> layers = new HashMap<>();

    private LottieScript(JsonNode animation) {
        for (JsonNode asset : animation.path("assets")) {
            compositions.put(asset.path("id").asText(), asset.path("layers"));
        }
    }

    /** Whether a client can show it by drawing alone, in an end. */
    static boolean isHarmless(JsonNode animation) {
        return new LottieScript(animation).count(animation.path("layers")) <= MOST_LAYERS
                && !hasProgram(animation)
                && !namesFonts(animation.at("/fonts/list"));
    }

    private long count(JsonNode drawn) {
        long all = 0;
        for (JsonNode layer : drawn) {
            long within =
                    layer.hasNonNull("refId") ? composition(layer.get("refId").asText()) : 0;
            if (within == UNENDING || all > MOST_LAYERS) {
                return UNENDING;
            }
            all += 1 + within;
        }
        return all;
    }

    /** A composition that is within itself is marked as unending while it is counted. */
    private long composition(String id) {
        Long known = layers.putIfAbsent(id, UNENDING);
        if (known != null) {
            return known;
        }
        long count = compositions.containsKey(id) ? count(compositions.get(id)) : 0;
        layers.put(id, count);
        return count;
    }

    private static boolean hasProgram(JsonNode part) {
        if (part.path(EXPRESSION).isTextual()) {
            return true;
        }
        for (JsonNode inner : part) {
            if (hasProgram(inner)) {
                return true;
            }
        }
        return false;
    }

    /** A font with an address is fetched from there. */
    private static boolean namesFonts(JsonNode fonts) {
        for (JsonNode font : fonts) {
            if (!font.path("fPath").asText("").isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
