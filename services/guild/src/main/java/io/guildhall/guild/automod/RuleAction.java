package io.guildhall.guild.automod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;

/** One thing that a rule does. */
public record RuleAction(Given<Long> type, Given<ActionMetadata> metadata) {
    public static RuleAction of(JsonNode body) {
        Fields fields = new Fields(body);
        return new RuleAction(fields.number("type"), fields.object("metadata", ActionMetadata::of));
    }

    ActionKind kind() {
        return ActionKind.of(type.required());
    }

    /** Where an alert goes; 0 when that is not said. */
    long channelId() {
        return metadata.value().flatMap(more -> more.channelId().value()).orElse(0L);
    }

    /** Seconds that a time-out lasts. */
    long seconds() {
        return metadata.value().flatMap(more -> more.durationSeconds().value()).orElse(0L);
    }

    /** What is said to whoever is hindered; empty for the usual. */
    String message() {
        return metadata.value().flatMap(more -> more.customMessage().value()).orElse("");
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("type", type.required());
        ObjectNode more = json.putObject("metadata");
        switch (kind()) {
            case BLOCK_MESSAGE -> {
                if (!message().isEmpty()) {
                    more.put("custom_message", message());
                }
            }
            case ALERT -> more.put("channel_id", Snowflake.format(channelId()));
            case TIME_OUT -> more.put("duration_seconds", seconds());
            case QUARANTINE -> {}
        }
        return json;
    }
}
