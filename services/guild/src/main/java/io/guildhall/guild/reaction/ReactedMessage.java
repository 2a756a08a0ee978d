package io.guildhall.guild.reaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.message.EmojiKey;
import io.guildhall.guild.message.MessageReads;
import io.guildhall.guild.message.MessageStore;
import io.guildhall.guild.message.StoredReaction;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.PartialEmoji;
import io.guildhall.model.relationship.RelationshipType;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.MessageBucket;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.table.catalogue.Reactions;
import io.guildhall.model.table.catalogue.Relationships;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message with its reactions: how often each emoji stands in the message's row, who it was in rows of their own. Only the
 * channel's actor changes either, so both always agree.
 */
record ReactedMessage(Place place, RowView row, List<StoredReaction> reactions) {
    /** The message and one user's reaction to it. */
    static List<ReadRequest> foreseen(RestCall call, long userId) {
        List<ReadRequest> message = MessageReads.named(call);
        Optional<PartialEmoji> emoji = EmojiText.find(call.getPathOrDefault("emoji_name", ""));
        if (message.isEmpty() || emoji.isEmpty()) {
            return message;
        }
        long channelId = Snowflake.parse(call.getPathOrThrow("channel_id"));
        long messageId = Snowflake.parse(call.getPathOrThrow("message_id"));
        return List.of(
                message.getFirst(),
                Read.row(Reactions.TABLE, channelId, messageId, EmojiKey.of(emoji.get()), EmojiKey.NORMAL, userId));
    }

    static ReactedMessage find(Place place, Call call) {
        RowView row = new MessageStore(place.storage(), place.channelId()).get(call.id("message_id"));
        return new ReactedMessage(place, row, new ArrayList<>(StoredReaction.of(row)));
    }

    /** Whether who wrote the message has blocked this user, of which the message's row has to be known first. */
    static List<ReadRequest> following(RestCall call, ReadRequest read, List<RowView> rows) {
        long userId = call.getCaller().getUserId();
        return read.getTable().equals(Messages.TABLE.name())
                ? rows.stream()
                        .filter(message -> mayBlock(message, userId))
                        .map(message -> Read.row(Relationships.TABLE, message.get(Messages.AUTHOR_ID), userId))
                        .toList()
                : List.of();
    }

    /** Webhooks are nobody, and nobody blocks themselves. */
    private static boolean mayBlock(RowView message, long userId) {
        return message.get(Messages.WEBHOOK_ID) == null && message.get(Messages.AUTHOR_ID) != userId;
    }

    /**
     * Asked where many are: in a channel of two, nothing of whoever is blocked reaches the other. Bots block nobody.
     *
     * @throws ApiException 90001 when who wrote the message has blocked this user
     */
    void requireWelcome(long userId) {
        boolean byBot = place.findUser(author())
                .filter(user -> Boolean.TRUE.equals(user.bot()))
                .isPresent();
        if (place.type() == ChannelType.DM || byBot || !mayBlock(row, userId)) {
            return;
        }
        if (place.storage()
                .row(Relationships.TABLE, author(), userId)
                .filter(found -> Relationships.is(RelationshipType.BLOCKED, found))
                .isPresent()) {
            throw ApiException.of(ErrorCode.REACTION_WAS_BLOCKED);
        }
    }

    long id() {
        return row.get(Messages.MESSAGE_ID);
    }

    long author() {
        return row.get(Messages.AUTHOR_ID);
    }

    Optional<StoredReaction> find(PartialEmoji emoji) {
        return reactions.stream()
                .filter(reaction -> EmojiKey.of(reaction.emoji()).equals(EmojiKey.of(emoji)))
                .findFirst();
    }

    /** Refuses with UNKNOWN_EMOJI when nobody reacted with it. */
    StoredReaction get(PartialEmoji emoji) {
        return find(emoji).orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_EMOJI));
    }

    boolean reacted(PartialEmoji emoji, long userId) {
        return place.storage()
                .row(Reactions.TABLE, place.channelId(), id(), EmojiKey.of(emoji), EmojiKey.NORMAL, userId)
                .isPresent();
    }

    void add(PartialEmoji emoji, long userId, Changes changes) {
        changes.write(Write.to(Reactions.TABLE, place.channelId(), id(), EmojiKey.of(emoji), EmojiKey.NORMAL, userId)
                .set(Reactions.CREATED_AT, place.now())
                .build());
        Optional<StoredReaction> before = find(emoji);
        if (before.isPresent()) {
            recount(before.get(), before.get().count() + 1);
        } else {
            reactions.add(new StoredReaction(emoji, 1));
        }
        writeCounts(changes);
    }

    void remove(StoredReaction reaction, long userId, Changes changes) {
        changes.write(Write.delete(
                Reactions.TABLE, place.channelId(), id(), EmojiKey.of(reaction.emoji()), EmojiKey.NORMAL, userId));
        recount(reaction, reaction.count() - 1);
        writeCounts(changes);
    }

    void removeEmoji(StoredReaction reaction, Changes changes) {
        changes.write(Write.deletePartition(Reactions.TABLE, place.channelId(), id(), EmojiKey.of(reaction.emoji())));
        recount(reaction, 0);
        writeCounts(changes);
    }

    void removeAll(Changes changes) {
        changes.writeAll(StoredReaction.deletions(row));
        reactions.clear();
        writeCounts(changes);
    }

    /** Begins the payload of an event about this message. */
    ObjectNode payload() {
        return Json.object().put("message_id", Snowflake.format(id()));
    }

    private void recount(StoredReaction reaction, int count) {
        int index = reactions.indexOf(reaction);
        if (count <= 0) {
            reactions.remove(index);
        } else {
            reactions.set(index, new StoredReaction(reaction.emoji(), count));
        }
    }

    private void writeCounts(Changes changes) {
        changes.write(Write.to(Messages.TABLE, place.channelId(), MessageBucket.of(id()), id())
                .set(Messages.REACTIONS, reactions.isEmpty() ? null : Json.bytes(reactions))
                .build());
    }
}
