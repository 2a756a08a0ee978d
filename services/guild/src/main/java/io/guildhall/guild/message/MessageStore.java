package io.guildhall.guild.message;

import io.guildhall.guild.actor.StorageFacade;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.MessageBucket;
import io.guildhall.model.table.catalogue.MessageBuckets;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.table.catalogue.Reactions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads messages of one channel. A row without author is what is left of a deleted message: it counts as deleted and is
 * removed on sight.
 */
public record MessageStore(StorageFacade storage, long channelId) {
    /** How many messages {@link #findAll} reads at once between the first and the last that it looks for. */
    private static final int SPAN = 500;

    public Optional<RowView> find(long messageId) {
        if (messageId <= 0) {
            return Optional.empty();
        }
        return alive(storage.read(
                        Messages.TABLE, Read.row(Messages.TABLE, channelId, MessageBucket.of(messageId), messageId)))
                .stream()
                .findFirst();
    }

    /** Refuses with UNKNOWN_MESSAGE when there is none. */
    public RowView get(long messageId) {
        return find(messageId).orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_MESSAGE));
    }

    /**
     * Those of the messages that exist, in the order of the ids. Messages that follow each other closely, as they mostly
     * do, cost one read for each bucket.
     */
    public List<RowView> findAll(Collection<Long> messageIds) {
        Map<Long, RowView> found = new HashMap<>();
        Set<Long> complete = new HashSet<>();
        messageIds.stream().collect(Collectors.groupingBy(MessageBucket::of)).forEach((bucket, ids) -> {
            List<RowView> rows = storage.read(
                    Messages.TABLE,
                    Read.from(Messages.TABLE, channelId, bucket)
                            .startingAt(Collections.max(ids))
                            .endingAt(Collections.min(ids))
                            .limit(SPAN)
                            .build());
            alive(rows).forEach(row -> found.put(row.get(Messages.MESSAGE_ID), row));
            if (rows.size() < SPAN) {
                complete.add(bucket);
            }
        });
        return messageIds.stream()
                .flatMap(id -> found.containsKey(id) || complete.contains(MessageBucket.of(id))
                        ? Stream.ofNullable(found.get(id))
                        : find(id).stream())
                .toList();
    }

    /** The newest messages with a lower id, newest first. */
    public List<RowView> before(long messageId, int limit) {
        long anchor = messageId < 0 ? Long.MAX_VALUE : messageId;
        List<RowView> found = new ArrayList<>();
        long highest = MessageBucket.of(anchor);
        for (long bucket : buckets()) {
            if (bucket <= highest && found.size() < limit) {
                found.addAll(alive(storage.read(
                        Messages.TABLE,
                        Read.from(Messages.TABLE, channelId, bucket)
                                .after(anchor)
                                .limit(limit - found.size())
                                .build())));
            }
        }
        return found;
    }

    /** The oldest messages with a higher id, newest first. */
    public List<RowView> after(long messageId, int limit) {
        if (messageId < 0) {
            return List.of();
        }
        List<RowView> found = new ArrayList<>();
        long lowest = MessageBucket.of(messageId);
        for (long bucket : buckets().reversed()) {
            if (bucket >= lowest && found.size() < limit) {
                found.addAll(alive(storage.read(
                        Messages.TABLE,
                        Read.from(Messages.TABLE, channelId, bucket)
                                .before(messageId)
                                .reversed()
                                .limit(limit - found.size())
                                .build())));
            }
        }
        Collections.reverse(found);
        return found;
    }

    /** Half of the limit before the message, the rest from it on; newest first. */
    public List<RowView> around(long messageId, int limit) {
        List<RowView> found = new ArrayList<>(after(messageId - 1, limit - limit / 2));
        found.addAll(before(messageId, limit / 2));
        return found;
    }

    /** What deletes a message and everything that hangs on it. */
    public List<Mutation> deletion(RowView message) {
        long id = message.get(Messages.MESSAGE_ID);
        Mutation row = Write.delete(Messages.TABLE, channelId, MessageBucket.of(id), id);
        return message.has(Messages.REACTIONS)
                ? List.of(row, Write.deletePartition(Reactions.TABLE, channelId, id))
                : List.of(row);
    }

    /** The buckets in which there were messages, newest first. */
    private List<Long> buckets() {
        return storage.all(MessageBuckets.TABLE, channelId).stream()
                .map(row -> row.get(MessageBuckets.BUCKET))
                .toList();
    }

    private List<RowView> alive(Collection<RowView> rows) {
        List<RowView> alive = new ArrayList<>(rows.size());
        for (RowView row : rows) {
            if (row.has(Messages.AUTHOR_ID)) {
                alive.add(row);
            } else {
                storage.write(deletion(row));
            }
        }
        return alive;
    }
}
