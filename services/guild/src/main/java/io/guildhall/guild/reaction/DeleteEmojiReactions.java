package io.guildhall.guild.reaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.message.MessageEvents;
import io.guildhall.guild.message.MessageReads;
import io.guildhall.guild.message.StoredReaction;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ReactionOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import jakarta.inject.Singleton;
import java.util.List;

/** Takes all reactions with one emoji away. */
@Singleton
public final class DeleteEmojiReactions implements ChannelOperation {
    @Override
    public Operation operation() {
        return ReactionOperations.DELETE_EMOJI_REACTIONS;
    }

    @Override
    public List<ReadRequest> foreseen(RestCall call) {
        return MessageReads.named(call);
    }

    @Override
    public Reply handle(Place place, Call call, Changes changes) {
        ReactedMessage message = ReactedMessage.find(place, call);
        StoredReaction reaction = message.get(EmojiText.parse(call.path("emoji_name")));
        message.removeEmoji(reaction, changes);
        ObjectNode payload = message.payload();
        payload.set("emoji", Json.tree(reaction.emoji()));
        MessageEvents.about(DispatchEvent.MESSAGE_REACTION_REMOVE_EMOJI, place, payload, changes);
        return Reply.noContent();
    }
}
