package io.guildhall.guild.reaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.emoji.EmojiUse;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.message.MessageEvents;
import io.guildhall.guild.message.StoredReaction;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ReactionOperations;
import io.guildhall.model.payload.Emoji;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.PartialEmoji;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.RowView;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Reacts to a message. A new emoji needs ADD_REACTIONS; joining one that is there does not. */
@Singleton
public final class AddMyReaction implements ChannelOperation {
    private static final int MOST_EMOJIS = 20;

    @Override
    public Operation operation() {
        return ReactionOperations.ADD_MY_REACTION;
    }

    @Override
    public List<ReadRequest> foreseen(RestCall call) {
        return ReactedMessage.foreseen(call, call.getCaller().getUserId());
    }

    @Override
    public List<ReadRequest> following(RestCall call, ReadRequest read, List<RowView> rows) {
        return ReactedMessage.following(call, read, rows);
    }

    @Override
    public Reply handle(Place place, Call call, Changes changes) {
        PartialEmoji asked = EmojiText.parse(call.path("emoji_name"));
        ReactedMessage message = ReactedMessage.find(place, call);
        // Joining a reaction needs no permission, and so no permission that is missing stops who may only look.
        if (place.isSilenced(call.callerId())) {
            throw ApiException.of(ErrorCode.MISSING_PERMISSIONS);
        }
        Optional<StoredReaction> before = message.find(asked);
        if (before.isPresent() && message.reacted(asked, call.callerId())) {
            return Reply.noContent();
        }
        message.requireWelcome(call.callerId());
        PartialEmoji emoji = before.map(StoredReaction::emoji).orElseGet(() -> newEmoji(place, call, message, asked));
        message.add(emoji, call.callerId(), changes);
        ObjectNode payload = message.payload()
                .put("user_id", Snowflake.format(call.callerId()))
                .put("message_author_id", Snowflake.format(message.author()))
                .put("burst", false)
                .put("type", 0);
        payload.set("emoji", Json.tree(emoji));
        payload.putArray("burst_colors");
        place.findMember(call.callerId()).ifPresent(member -> payload.set("member", Json.tree(member)));
        MessageEvents.about(DispatchEvent.MESSAGE_REACTION_ADD, place, payload, changes);
        return Reply.noContent();
    }

    /** What the message does not carry yet must be the caller's to use; others join it as it is. */
    private static PartialEmoji newEmoji(Place place, Call call, ReactedMessage message, PartialEmoji asked) {
        place.require(call.callerId(), Permission.ADD_REACTIONS);
        PartialEmoji emoji = asked.id() == null ? asked : custom(place, call, Snowflake.parse(asked.id()));
        if (message.reactions().size() >= MOST_EMOJIS) {
            throw ApiException.of(ErrorCode.MAXIMUM_NUMBER_OF_REACTIONS_REACHED);
        }
        return emoji;
    }

    private static PartialEmoji custom(Place place, Call call, long emojiId) {
        return new EmojiUse(place, call)
                .find(emojiId)
                .map(Emoji::partial)
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_EMOJI));
    }
}
