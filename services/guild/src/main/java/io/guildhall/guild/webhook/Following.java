package io.guildhall.guild.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Webhooks;

/** Webhooks that follow a channel, and what they ask of the guild that the channel is of: the messages in it go to those that it knows. */
public final class Following {
    /** The step that has the guild know of a follower. */
    public static final String BEGIN = "addFollower";

    /** The step that has it forget one. */
    public static final String END = "removeFollower";

    public static final String CHANNEL_ID = "channel_id";
    public static final String WEBHOOK_ID = "webhook_id";
    public static final String GUILD_ID = "guild_id";

    private static final int LONGEST_NAME = 80;

    private Following() {}

    /**
     * A new follower, called by what it follows.
     *
     * @param source the channel that is followed and its guild, as webhooks show them
     */
    public static RowView webhook(long guildId, long id, long channelId, long creatorId, JsonNode source) {
        String name = source.at("/source_guild/name").asText() + " #"
                + source.at("/source_channel/name").asText();
        RowView row = Rows.with(Rows.create(Webhooks.TABLE, id), Webhooks.GUILD_ID, guildId);
        row = Rows.with(row, Webhooks.CHANNEL_ID, channelId);
        row = Rows.with(row, Webhooks.TYPE, WebhookType.FOLLOWER);
        row = Rows.with(row, Webhooks.NAME, shortened(name));
        row = Rows.with(row, Webhooks.CREATOR_ID, creatorId);
        row = Rows.with(
                row,
                Webhooks.SOURCE_CHANNEL_ID,
                Snowflake.parse(source.at("/source_channel/id").asText()));
        return Rows.with(row, Webhooks.SOURCE, Json.write(source));
    }

    public static void begin(RowView webhook, Changes changes) {
        ask(BEGIN, webhook, changes);
    }

    /** Nothing for a webhook that follows no channel. */
    static void end(RowView webhook, Changes changes) {
        if (webhook.has(Webhooks.SOURCE)) {
            ask(END, webhook, changes);
        }
    }

    private static void ask(String step, RowView webhook, Changes changes) {
        long guild = Snowflake.parse(
                Json.parse(webhook.get(Webhooks.SOURCE)).at("/source_guild/id").asText());
        changes.step(
                Keys.guild(guild),
                step,
                Json.object()
                        .put(CHANNEL_ID, Snowflake.format(webhook.get(Webhooks.SOURCE_CHANNEL_ID)))
                        .put(WEBHOOK_ID, Snowflake.format(webhook.get(Webhooks.WEBHOOK_ID)))
                        .put(GUILD_ID, Snowflake.format(webhook.get(Webhooks.GUILD_ID))));
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
    }
}
