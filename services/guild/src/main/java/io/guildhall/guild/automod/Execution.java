package io.guildhall.guild.automod;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.automod.match.Hit;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.table.catalogue.AutoModerationRules;
import java.util.Optional;

/**
 * One action of one rule because of one message or name.
 *
 * @param channelId 0 for names
 * @param messageId 0 when the message was blocked
 */
record Execution(
        Rule rule, RuleAction action, long userId, long channelId, long messageId, String text, Optional<Hit> hit) {
    /** For those who manage the guild. What was written is for those alone who may read messages. */
    Event event(long guildId, long alertId) {
        ObjectNode without = payload(guildId, alertId).put("content", "").put("matched_content", "");
        ObjectNode whole = payload(guildId, alertId)
                .put("content", text)
                .put("matched_content", hit.map(Hit::content).orElse(null));
        return Events.inGuild(DispatchEvent.AUTO_MODERATION_ACTION_EXECUTION, whole)
                .setPayloadWithoutContent(Json.bytes(without))
                .setPermissions(Permission.MANAGE_GUILD.mask())
                .build();
    }

    /** What an alert says, as clients show it. */
    ArrayNode embeds() {
        ArrayNode embeds = Json.array();
        ObjectNode embed =
                embeds.addObject().put("type", "auto_moderation_message").put("description", text);
        ArrayNode fields = embed.putArray("fields");
        field(fields, "rule_name", rule.row().get(AutoModerationRules.NAME));
        if (channelId != 0) {
            field(fields, "channel_id", Snowflake.format(channelId));
        }
        if (messageId != 0) {
            field(fields, "flagged_message_id", Snowflake.format(messageId));
        }
        hit.ifPresent(found -> {
            field(fields, "keyword", found.keyword());
            field(fields, "keyword_matched_content", found.content());
        });
        return embeds;
    }

    private ObjectNode payload(long guildId, long alertId) {
        ObjectNode payload = Json.object().put("guild_id", Snowflake.format(guildId));
        payload.set("action", action.json());
        payload.put("rule_id", Snowflake.format(rule.id()))
                .put("rule_trigger_type", rule.trigger().number())
                .put("user_id", Snowflake.format(userId));
        if (channelId != 0) {
            payload.put("channel_id", Snowflake.format(channelId));
        }
        if (messageId != 0) {
            payload.put("message_id", Snowflake.format(messageId));
        }
        if (alertId != 0) {
            payload.put("alert_system_message_id", Snowflake.format(alertId));
        }
        return payload.put("matched_keyword", hit.map(Hit::keyword).orElse(null));
    }

    private static void field(ArrayNode fields, String name, String value) {
        fields.addObject().put("name", name).put("value", value).put("inline", false);
    }
}
