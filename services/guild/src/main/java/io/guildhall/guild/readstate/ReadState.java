package io.guildhall.guild.readstate;

import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ReadStates;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a person has read one channel.
 *
 * @param lastMessageId everything up to here is read; 0 when nothing is known
 * @param countedTo what is not above this id is in {@code otherMentions} already, or does not count
 * @param mentions the messages above both that mention the person, in the order in which they came: so one that is told twice counts once, and what is
 *     read counts no more whichever of the two came first
 * @param otherMentions how many more count: as many as the person's client said, or those that there was no room for
 * @param lastPinAt pins until then are seen, in ms since 1970; 0 for none
 * @param lastViewed in days since 2015; 0 for never
 */
record ReadState(
        long channelId,
        long lastMessageId,
        long countedTo,
        List<Long> mentions,
        long otherMentions,
        long lastPinAt,
        long flags,
        long lastViewed) {
    private static final int MOST_MENTIONS = 100;

    static ReadState of(RowView row) {
        return new ReadState(
                row.get(ReadStates.CHANNEL_ID),
                row.get(ReadStates.LAST_MESSAGE_ID, 0L),
                row.get(ReadStates.COUNTED_TO, 0L),
                row.get(ReadStates.MENTIONS, List.of()),
                row.get(ReadStates.MENTION_COUNT, 0L),
                row.get(ReadStates.LAST_PIN_TIMESTAMP, 0L),
                row.get(ReadStates.FLAGS, 0L),
                row.get(ReadStates.LAST_VIEWED, 0L));
    }

    static ReadState unread(long channelId) {
        return new ReadState(channelId, 0, 0, List.of(), 0, 0, 0, 0);
    }

    long mentionCount() {
        return otherMentions + mentions.size();
    }

    /** Whether a message is neither read nor counted. */
    boolean isNews(long messageId) {
        return messageId > lastMessageId && messageId > countedTo;
    }

    /** Read up to a later message. */
    ReadState readTo(long messageId) {
        List<Long> above = mentions.stream().filter(id -> id > messageId).toList();
        return new ReadState(channelId, messageId, countedTo, above, 0, lastPinAt, flags, lastViewed);
    }

    /** As the person's client says: anywhere, with so many mentions among what came until a moment, of which this is the lowest id. */
    ReadState setTo(long messageId, long count, long until) {
        return new ReadState(channelId, messageId, until, List.of(), count, lastPinAt, flags, lastViewed);
    }

    /** The same when the message counts already, or never will. */
    ReadState mentionedBy(long messageId) {
        if (!isNews(messageId) || mentions.contains(messageId)) {
            return this;
        }
        List<Long> more = new ArrayList<>(mentions);
        more.add(messageId);
        boolean full = more.size() > MOST_MENTIONS;
        if (full) {
            more.removeFirst();
        }
        return new ReadState(
                channelId,
                lastMessageId,
                countedTo,
                List.copyOf(more),
                otherMentions + (full ? 1 : 0),
                lastPinAt,
                flags,
                lastViewed);
    }

    ReadState pinsSeen(long at) {
        return new ReadState(channelId, lastMessageId, countedTo, mentions, otherMentions, at, flags, lastViewed);
    }

    ReadState viewed(long newFlags, long newLastViewed) {
        return new ReadState(
                channelId, lastMessageId, countedTo, mentions, otherMentions, lastPinAt, newFlags, newLastViewed);
    }

    Mutation write(long userId, long now) {
        return Write.to(ReadStates.TABLE, userId, channelId)
                .set(ReadStates.LAST_MESSAGE_ID, lastMessageId)
                .set(ReadStates.COUNTED_TO, countedTo)
                .set(ReadStates.MENTIONS, mentions)
                .set(ReadStates.MENTION_COUNT, otherMentions)
                .set(ReadStates.LAST_PIN_TIMESTAMP, lastPinAt)
                .set(ReadStates.FLAGS, flags)
                .set(ReadStates.LAST_VIEWED, lastViewed)
                .set(ReadStates.UPDATED_AT, now)
                .build();
    }
}
