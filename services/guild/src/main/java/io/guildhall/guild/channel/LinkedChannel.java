package io.guildhall.guild.channel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.message.MessageType;
import io.guildhall.guild.state.ChannelLink;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;

/** A channel whose messages a lobby of a game hears. */
record LinkedChannel(ChannelLink link) {
    /** Lets the lobby hear what somebody wrote. The lobby knows what was said in it first. */
    void say(RowView message, Changes changes) {
        String content = message.get(Messages.CONTENT, "");
        if (!MessageType.written(message.get(Messages.TYPE, 0L)) || content.isEmpty()) {
            return;
        }
        ObjectNode said = Json.object()
                .put(ChannelLink.CHANNEL_ID, Snowflake.format(link.channelId()))
                .put("message_id", Snowflake.format(message.get(Messages.MESSAGE_ID)))
                .put("author_id", Snowflake.format(message.get(Messages.AUTHOR_ID)))
                .put("content", content);
        said.set("author", Json.parse(message.get(Messages.AUTHOR)));
        changes.step(Keys.lobby(link.lobby()), ChannelLink.SAID, said);
    }
}
