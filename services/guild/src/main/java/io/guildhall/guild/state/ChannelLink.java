package io.guildhall.guild.state;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Channels;
import java.util.Optional;

/** The lobby of a game that a channel is linked to, as the channel's row has it. Each side tells the other by steps, which may come twice. */
public record ChannelLink(long channelId, long lobby, long application, long linkedBy) {
    /** To the lobby: what was said in the channel. */
    public static final String SAID = "channelSaid";

    /** To the lobby: the channel is linked to it no more, or never was. */
    public static final String GONE = "channelGone";

    public static final String CHANNEL_ID = "channel_id";

    /** Empty for a channel that is linked to none. */
    public static Optional<ChannelLink> of(GuildChannel channel) {
        RowView row = channel.row();
        return row.find(Channels.LINKED_LOBBY)
                .map(lobby -> new ChannelLink(
                        channel.id(),
                        lobby,
                        row.get(Channels.LINKED_APPLICATION, 0L),
                        row.get(Channels.LINKED_BY, 0L)));
    }

    /** Whether it may be linked: a text channel for everybody's age, after Discord's documentation of linked channels. */
    public static boolean fits(GuildChannel channel) {
        return channel.type() == ChannelType.GUILD_TEXT && !channel.row().get(Channels.NSFW, false);
    }

    /** The channel without the link. */
    public static GuildChannel without(GuildChannel channel) {
        return channel.with(Channels.LINKED_LOBBY, null)
                .with(Channels.LINKED_APPLICATION, null)
                .with(Channels.LINKED_BY, null);
    }

    /** How the audit log shows it. */
    public JsonNode shown() {
        return Json.object()
                .put("lobby_id", Snowflake.format(lobby))
                .put("application_id", Snowflake.format(application));
    }

    /** The channel is no more. */
    public void end(Changes changes) {
        tellGone(channelId, lobby, changes);
    }

    /** As {@link #end}, of a channel that is gone already or was never linked. */
    public static void tellGone(long channel, long lobby, Changes changes) {
        changes.step(Keys.lobby(lobby), GONE, Json.object().put(CHANNEL_ID, Snowflake.format(channel)));
    }
}
