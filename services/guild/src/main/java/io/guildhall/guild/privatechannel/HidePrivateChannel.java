package io.guildhall.guild.privatechannel;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserState;
import io.guildhall.guild.user.UserStep;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.UserPrivateChannels;
import jakarta.inject.Singleton;

/** A private channel goes from this user's list. Its messages stay, and the next one brings it back. */
@Singleton
public final class HidePrivateChannel implements UserStep {
    static final String STEP = "hidePrivateChannel";

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public Reply handle(UserState user, JsonNode body, Changes changes) {
        JsonNode channel = body.path("channel");
        long channelId = Snowflake.parse(channel.path("id").asText());
        if (!user.privateChannels().contains(channelId)) {
            return Reply.noContent();
        }
        int groups = user.groupCount();
        user.closePrivateChannel(channelId);
        if (user.groupCount() != groups) {
            Groups.noteCount(user, changes);
        }
        changes.write(Write.to(UserPrivateChannels.TABLE, user.id(), channelId)
                .set(UserPrivateChannels.OPEN, false)
                .build());
        changes.event(Events.inPrivate(DispatchEvent.CHANNEL_DELETE, channel).build());
        return Reply.noContent();
    }
}
