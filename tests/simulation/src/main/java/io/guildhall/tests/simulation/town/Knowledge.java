package io.guildhall.tests.simulation.town;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What a client knows of a guild's channels that follows every event of a session. It complains of what no client can make sense of: news of
 * a channel that it was never told of, a channel that begins twice, and a message from one that it does not see.
 */
final class Knowledge {
    private static final long OBFUSCATED = 1 << 17;

    /** By id; true for a channel that shows. */
    private final Map<String, Boolean> channels = new TreeMap<>();

    private final Set<String> wereHidden = new HashSet<>();
    private final Consumer<String> complaints;

    Knowledge(List<JsonNode> events, Consumer<String> complaints) {
        this.complaints = complaints;
        events.forEach(this::hear);
    }

    /** The channels that show now. */
    Set<String> shown() {
        Set<String> shown = new HashSet<>();
        channels.forEach((channel, shows) -> {
            if (shows) {
                shown.add(channel);
            }
        });
        return shown;
    }

    /** True when the channel has shown ever since the session knows of it. */
    boolean alwaysShown(String channel) {
        return channels.getOrDefault(channel, false) && !wereHidden.contains(channel);
    }

    private void hear(JsonNode event) {
        JsonNode data = event.path("d");
        String id = data.path("id").asText();
        switch (event.path("t").asText()) {
            case "GUILD_CREATE" -> {
                channels.clear();
                data.path("channels").forEach(channel -> put(channel));
            }
            case "CHANNEL_CREATE" -> {
                require(!data.has("guild_id") || !channels.containsKey(id), "a channel begins that is there: ", data);
                learn(data);
            }
            case "CHANNEL_UPDATE" -> {
                require(channels.containsKey(id), "a channel changes that was never there: ", data);
                learn(data);
            }
            case "CHANNEL_DELETE" -> {
                require(channels.containsKey(id), "a channel ends that was never there: ", data);
                channels.remove(id);
            }
            case "MESSAGE_CREATE" -> {
                String channel = data.path("channel_id").asText();
                require(
                        !data.has("guild_id") || channels.getOrDefault(channel, false),
                        "a message from a channel that does not show: ",
                        data);
            }
            default -> {
                // Nothing about channels.
            }
        }
    }

    private void learn(JsonNode channel) {
        if (channel.has("guild_id")) {
            put(channel);
        }
    }

    private void put(JsonNode channel) {
        boolean shows = (channel.path("flags").asLong() & OBFUSCATED) == 0;
        String id = channel.path("id").asText();
        channels.put(id, shows);
        if (!shows) {
            wereHidden.add(id);
        }
    }

    private void require(boolean sensible, String complaint, JsonNode data) {
        if (!sensible) {
            complaints.accept(complaint + data);
        }
    }
}
