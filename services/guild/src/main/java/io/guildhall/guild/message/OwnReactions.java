package io.guildhall.guild.message;

import io.guildhall.model.payload.PartialEmoji;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.table.catalogue.Reactions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** With which emojis one reader reacted to messages; each looked up once. Reader 0 reacted to nothing. */
record OwnReactions(MessageStore store, long reader, Map<Place, Boolean> known) {
    /** One emoji under one message. */
    record Place(long messageId, String emoji) {}

    OwnReactions(MessageStore store, long reader) {
        this(store, reader, new ConcurrentHashMap<>());
    }

    boolean has(long messageId, PartialEmoji emoji) {
        return reader != 0 && known.computeIfAbsent(new Place(messageId, EmojiKey.of(emoji)), this::read);
    }

    /** Looks up at once what will be asked about these messages. */
    void prefetch(List<RowView> messages) {
        if (reader != 0) {
            Prefetch.all(messages.stream().flatMap(row -> StoredReaction.of(row).stream()
                    .map(reaction -> () -> has(row.get(Messages.MESSAGE_ID), reaction.emoji()))));
        }
    }

    private boolean read(Place place) {
        return store.storage()
                .row(Reactions.TABLE, store.channelId(), place.messageId(), place.emoji(), EmojiKey.NORMAL, reader)
                .isPresent();
    }
}
