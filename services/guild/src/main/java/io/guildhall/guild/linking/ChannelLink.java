package io.guildhall.guild.linking;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.message.MessageType;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Channels;
import io.guildhall.model.table.catalogue.Messages;
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

    /** Lets the lobby hear what somebody wrote. The lobby knows what was said in it first. */
    public void say(RowView message, Changes changes) {
        String content = message.get(Messages.CONTENT, "");
        if (!MessageType.written(message.get(Messages.TYPE, 0L)) || content.isEmpty()) {
            return;
        }
        ObjectNode said = Json.object()
                .put(CHANNEL_ID, Snowflake.format(channelId))
                .put("message_id", Snowflake.format(message.get(Messages.MESSAGE_ID)))
                .put("author_id", Snowflake.format(message.get(Messages.AUTHOR_ID)))
                .put("content", content);
        said.set("author", Json.parse(message.get(Messages.AUTHOR)));
        changes.step(Keys.lobby(lobby), SAID, said);
    }

    /** The channel is no more. */
    public void end(Changes changes) {
        tellGone(channelId, lobby, changes);
    }

    static void tellGone(long channel, long lobby, Changes changes) {
        changes.step(Keys.lobby(lobby), GONE, Json.object().put(CHANNEL_ID, Snowflake.format(channel)));
    }
}
