package io.guildhall.guild.guild;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import java.util.List;

/** What a request changes about a guild. */
public record GuildChange(
        GuildSettings settings,
        Given<String> name,
        Given<String> description,
        Given<String> icon,
        Given<String> splash,
        Given<String> banner,
        Given<String> discoverySplash,
        Given<String> homeHeader,
        Given<String> preferredLocale,
        Given<Long> afkChannelId,
        Given<Long> systemChannelId,
        Given<Long> rulesChannelId,
        Given<Long> publicUpdatesChannelId,
        Given<Long> safetyAlertsChannelId,
        Given<Long> ownerId,
        Given<List<String>> features,
        Given<Boolean> premiumProgressBarEnabled) {
    public static GuildChange of(JsonNode body) {
        Fields fields = new Fields(body);
        return new GuildChange(
                GuildSettings.of(body),
                fields.text("name"),
                fields.text("description"),
                fields.text("icon"),
                fields.text("splash"),
                fields.text("banner"),
                fields.text("discovery_splash"),
                fields.text("home_header"),
                fields.text("preferred_locale"),
                fields.snowflake("afk_channel_id"),
                fields.snowflake("system_channel_id"),
                fields.snowflake("rules_channel_id"),
                fields.snowflake("public_updates_channel_id"),
                fields.snowflake("safety_alerts_channel_id"),
                fields.snowflake("owner_id"),
                fields.list("features", JsonNode::asText),
                fields.flag("premium_progress_bar_enabled"));
    }
}
