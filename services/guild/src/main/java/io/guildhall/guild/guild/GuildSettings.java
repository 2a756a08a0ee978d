package io.guildhall.guild.guild;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What a request says about a guild, new or not. */
public record GuildSettings(
        Given<Long> verificationLevel,
        Given<Long> defaultMessageNotifications,
        Given<Long> explicitContentFilter,
        Given<Long> afkTimeout,
        Given<Long> systemChannelFlags) {
    public static GuildSettings of(JsonNode body) {
        Fields fields = new Fields(body);
        return new GuildSettings(
                fields.number("verification_level"),
                fields.number("default_message_notifications"),
                fields.number("explicit_content_filter"),
                fields.number("afk_timeout"),
                fields.number("system_channel_flags"));
    }
}
