package io.guildhall.guild.automod;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.automod.match.TextRule;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.model.body.Fields;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.AutoModerationRules;
import java.util.List;

/** A rule as it is kept. It never changes. */
public record Rule(RowView row, long id, Trigger trigger, RuleMetadata metadata, List<RuleAction> actions) {
    public static Rule of(RowView row) {
        return new Rule(
                row,
                row.get(AutoModerationRules.RULE_ID),
                Trigger.of(row.get(AutoModerationRules.TRIGGER_TYPE)),
                RuleMetadata.of(Json.parse(row.get(AutoModerationRules.TRIGGER_METADATA, "{}"))),
                Fields.each(Json.parse(row.get(AutoModerationRules.ACTIONS, "[]")), RuleAction::of));
    }

    boolean enabled() {
        return row.get(AutoModerationRules.ENABLED, false);
    }

    boolean does(ActionKind kind) {
        return actions.stream().anyMatch(action -> action.kind() == kind);
    }

    /**
     * Whether what this member does is none of the rule's business.
     *
     * @param around the channel where it does it, and what that stands in
     */
    boolean spares(GuildMember member, List<Long> around) {
        return row.get(AutoModerationRules.EXEMPT_CHANNELS, List.of()).stream().anyMatch(around::contains)
                || row.get(AutoModerationRules.EXEMPT_ROLES, List.of()).stream().anyMatch(member::hasRole);
    }

    /** What it looks for in texts. */
    TextRule text() {
        List<String> words =
                switch (trigger) {
                    case KEYWORD, MEMBER_PROFILE -> metadata.keywordFilter().or(List.of());
                    case KEYWORD_PRESET -> Presets.words(metadata.presets().or(List.of()));
                    case SPAM, MENTION_SPAM -> List.of();
                };
        return new TextRule(words, metadata.patterns(), metadata.allowList().or(List.of()));
    }

    public ObjectNode json() {
        ObjectNode json = Json.object()
                .put("id", Snowflake.format(id))
                .put("guild_id", Snowflake.format(row.get(AutoModerationRules.GUILD_ID)))
                .put("name", row.get(AutoModerationRules.NAME))
                .put("creator_id", Snowflake.format(row.get(AutoModerationRules.CREATOR_ID)))
                .put("event_type", row.get(AutoModerationRules.EVENT_TYPE))
                .put("trigger_type", trigger.number());
        json.set("trigger_metadata", metadata.json(trigger));
        ArrayNode list = json.putArray("actions");
        actions.forEach(action -> list.add(action.json()));
        json.put("enabled", enabled());
        json.set("exempt_roles", ids(row.get(AutoModerationRules.EXEMPT_ROLES, List.of())));
        json.set("exempt_channels", ids(row.get(AutoModerationRules.EXEMPT_CHANNELS, List.of())));
        return json;
    }

    static ArrayNode ids(List<Long> ids) {
        ArrayNode list = Json.array();
        ids.stream().map(Snowflake::format).forEach(list::add);
        return list;
    }
}
