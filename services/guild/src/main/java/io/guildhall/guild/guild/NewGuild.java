package io.guildhall.guild.guild;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import java.util.List;

/** What a request says about a guild that it makes. */
public record NewGuild(
        GuildSettings settings,
        Given<String> name,
        Given<String> icon,
        Given<Long> afkChannelId,
        Given<Long> systemChannelId,
        Given<List<RolePart>> roles,
        Given<List<ChannelPart>> channels) {
    public static NewGuild of(JsonNode body) {
        Fields fields = new Fields(body);
        return new NewGuild(
                GuildSettings.of(body),
                fields.text("name"),
                fields.text("icon"),
                fields.snowflake("afk_channel_id"),
                fields.snowflake("system_channel_id"),
                fields.list("roles", RolePart::of),
                fields.list("channels", ChannelPart::of));
    }
}
