package io.guildhall.model.payload;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.GuildTemplates;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What a guild is like, for others to begin one like it.
 *
 * @param usageCount how many guilds began so: always 0, since Discord's API begins none any more
 * @param creator null when the account is gone
 * @param isDirty whether the guild has changed since; null where only the guild could tell
 */
@RegisterForReflection
public record GuildTemplate(
        String code,
        String name,
        String description,
        int usageCount,
        String creatorId,
        User creator,
        String createdAt,
        String updatedAt,
        String sourceGuildId,
        JsonNode serializedSourceGuild,
        Boolean isDirty) {

    /** Reads a row of {@link GuildTemplates}. */
    public static GuildTemplate from(RowView row, User creator, Boolean dirty) {
        return new GuildTemplate(
                row.get(GuildTemplates.CODE),
                row.get(GuildTemplates.NAME),
                row.get(GuildTemplates.DESCRIPTION),
                0,
                Snowflake.format(row.get(GuildTemplates.CREATOR_ID)),
                creator,
                Json.timestamp(row.get(GuildTemplates.CREATED_AT)),
                Json.timestamp(row.get(GuildTemplates.UPDATED_AT)),
                Snowflake.format(row.get(GuildTemplates.GUILD_ID)),
                Json.parse(row.get(GuildTemplates.CONTENT)),
                dirty);
    }
}
