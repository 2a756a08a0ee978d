package io.guildhall.guild.reaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.message.MessageEvents;
import io.guildhall.guild.message.StoredReaction;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;

/** Takes one user's reaction back. When the user has none with this emoji, nothing happens. */
final class ReactionRemoval {
    private ReactionRemoval() {}

    static Reply remove(Place place, Call call, long userId, Changes changes) {
        ReactedMessage message = ReactedMessage.find(place, call);
        StoredReaction reaction = message.get(EmojiText.parse(call.path("emoji_name")));
        if (!message.reacted(reaction.emoji(), userId)) {
            return Reply.noContent();
        }
        message.remove(reaction, userId, changes);
        ObjectNode payload = message.payload()
                .put("user_id", Snowflake.format(userId))
                .put("burst", false)
                .put("type", 0);
        payload.set("emoji", Json.tree(reaction.emoji()));
        MessageEvents.about(DispatchEvent.MESSAGE_REACTION_REMOVE, place, payload, changes);
        return Reply.noContent();
    }
}
