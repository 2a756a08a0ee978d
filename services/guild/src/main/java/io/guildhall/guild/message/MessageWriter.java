package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.MessageBucket;
import io.guildhall.model.table.catalogue.MessageBuckets;
import io.guildhall.model.table.catalogue.Messages;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Puts new messages into channels: the one way in for what people write and for the system's notices. */
@Singleton
public final class MessageWriter {
    private final SnowflakeGenerator ids;

    MessageWriter(SnowflakeGenerator ids) {
        this.ids = ids;
    }

    /** A message with an id, an author and a type, to be filled and then {@link #send sent}. */
    RowEdit begin(Place place, User author, long authorId, long type) {
        return begin(place, ids.next(), author, authorId, type);
    }

    /** A message with this id, which no other message has. */
    RowEdit begin(Place place, long id, User author, long authorId, long type) {
        RowEdit row = RowEdit.create(Messages.TABLE)
                .key(Messages.CHANNEL_ID, place.channelId())
                .key(Messages.BUCKET, MessageBucket.of(id))
                .key(Messages.MESSAGE_ID, id)
                .set(Messages.AUTHOR_ID, authorId)
                .set(Messages.AUTHOR, Json.bytes(author))
                .set(Messages.TYPE, type);
        place.guildId().ifPresent(guild -> row.set(Messages.GUILD_ID, guild));
        return row;
    }

    /** Sends a notice of the system, in the name of whoever it speaks of. */
    public void notice(Place place, User who, long userId, long type, Changes changes) {
        notice(place, Notice.of(type, who, userId), changes);
    }

    public void notice(Place place, Notice notice, Changes changes) {
        notice(place, notice, Optional.empty(), changes);
    }

    /** @param shown the message that the notice points at, when it shows it */
    public void notice(Place place, Notice notice, Optional<RowView> shown, Changes changes) {
        RowEdit row = begin(place, notice.who(), notice.userId(), notice.type())
                .set(Messages.CONTENT, notice.content())
                .setIfPresent(Messages.REFERENCE, notice.reference());
        if (notice.everyone()) {
            row.set(Messages.MENTION_EVERYONE, true);
        }
        if (!notice.mentions().isEmpty()) {
            row.set(Messages.MENTIONS, notice.mentions());
        }
        send(place, row, shown, null, changes);
    }

    /**
     * Sends an alert of automatic moderation, in the name of whoever it speaks of.
     *
     * @param embeds what is said, as a list of embeds
     * @return the message's id
     */
    public long alert(Place place, User who, long userId, ByteString embeds, Changes changes) {
        RowEdit alert = begin(place, who, userId, MessageType.AUTO_MODERATION_ALERT)
                .set(Messages.CONTENT, "")
                .set(Messages.EMBEDS, embeds);
        send(place, alert, Optional.empty(), null, changes);
        return alert.view().get(Messages.MESSAGE_ID);
    }

    /**
     * Writes the message and tells those who may see the channel.
     *
     * @param nonce what the sender wants to find in the answer and the event; may be null
     * @return the message as the sender gets it
     */
    MessageBytes send(Place place, RowEdit edit, Optional<RowView> replied, JsonNode nonce, Changes changes) {
        RowView row = edit.view();
        long id = row.get(Messages.MESSAGE_ID);
        changes.write(edit.mutation());
        rememberBucket(place, id, changes);
        place.sent(row, changes);
        MentionNotices.tell(place, row, replied, changes);
        MessageBytes bytes = MessageView.here(place).bytes(row, replied, nonce);
        MessageEvents.message(DispatchEvent.MESSAGE_CREATE, place, bytes, changes);
        LinkEmbeds.ask(place, row, changes);
        return bytes;
    }

    private static void rememberBucket(Place place, long id, Changes changes) {
        long last = place.lastMessageId();
        long bucket = MessageBucket.of(id);
        if (last == 0 || MessageBucket.of(last) != bucket) {
            changes.write(Write.to(MessageBuckets.TABLE, place.channelId(), bucket)
                    .set(MessageBuckets.FIRST_MESSAGE_ID, id)
                    .build());
        }
    }
}
