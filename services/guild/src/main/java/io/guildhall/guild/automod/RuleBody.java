package io.guildhall.guild.automod;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import java.util.List;

/** What a request says of a rule, new or not. */
public record RuleBody(
        Given<String> name,
        Given<Long> eventType,
        Given<Long> triggerType,
        Given<RuleMetadata> triggerMetadata,
        Given<List<RuleAction>> actions,
        Given<Boolean> enabled,
        Given<List<Long>> exemptRoles,
        Given<List<Long>> exemptChannels) {
    public static RuleBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new RuleBody(
                fields.text("name"),
                fields.number("event_type"),
                fields.number("trigger_type"),
                fields.object("trigger_metadata", RuleMetadata::of),
                fields.list("actions", RuleAction::of),
                fields.flag("enabled"),
                fields.snowflakes("exempt_roles"),
                fields.snowflakes("exempt_channels"));
    }
}
