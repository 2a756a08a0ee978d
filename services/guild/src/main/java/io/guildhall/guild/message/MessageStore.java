package io.guildhall.guild.message;

import io.guildhall.guild.kernel.actor.SideBySide;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.poll.StoredPoll;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.MessageBucket;
import io.guildhall.model.table.catalogue.Messages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads messages of one channel. What an edit left of a deleted message is none and is never seen here: the storage proxy
 * hides it and removes it.
 */
public record MessageStore(StorageFacade storage, long channelId) {
    /** How many messages {@link #findAll} reads at once between the first and the last that it looks for. */
    private static final int SPAN = 500;

    public Optional<RowView> find(long messageId) {
        if (messageId <= 0) {
            return Optional.empty();
        }
        return storage.row(Messages.TABLE, channelId, MessageBucket.of(messageId), messageId);
    }

    /** Refuses with UNKNOWN_MESSAGE when there is none. */
    public RowView get(long messageId) {
        return find(messageId).orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_MESSAGE));
    }

    /**
     * Those of the messages that exist, in the order of the ids. Messages that follow each other closely, as they mostly
     * do, cost one read for each bucket; the others one each, side by side: ask for a hundred at most.
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
            rows.forEach(row -> put(row, found));
            if (rows.size() < SPAN) {
                complete.add(bucket);
            }
        });
        List<Long> missed = messageIds.stream()
                .filter(id -> !found.containsKey(id) && !complete.contains(MessageBucket.of(id)))
                .toList();
        if (!missed.isEmpty()) {
            SideBySide.map(missed, this::find).forEach(message -> message.ifPresent(row -> put(row, found)));
        }
        return messageIds.stream()
                .flatMap(id -> Stream.ofNullable(found.get(id)))
                .toList();
    }

    /** The newest messages with a lower id, newest first. */
    public List<RowView> before(long messageId, int limit) {
        long anchor = messageId < 0 ? Long.MAX_VALUE : messageId;
        BucketIndex index = new BucketIndex(storage, channelId);
        return new BucketWalk(
                        index, index::from, -1, (bucket, missing) -> page(bucket, read -> read.after(anchor), missing))
                .collect(MessageBucket.of(anchor), limit);
    }

    /** The oldest messages with a higher id, newest first. */
    public List<RowView> after(long messageId, int limit) {
        if (messageId < 0) {
            return List.of();
        }
        BucketIndex index = new BucketIndex(storage, channelId);
        return new BucketWalk(
                        index,
                        index::since,
                        1,
                        (bucket, missing) ->
                                page(bucket, read -> read.before(messageId).reversed(), missing))
                .collect(MessageBucket.of(messageId), limit)
                .reversed();
    }

    /** Half of the limit before the message, the rest from it on; newest first. */
    public List<RowView> around(long messageId, int limit) {
        long anchor = messageId < 0 ? Long.MAX_VALUE : messageId;
        List<RowView> found = new ArrayList<>(after(Math.max(0, anchor - 1), limit - limit / 2));
        found.addAll(before(anchor, limit / 2));
        return found;
    }

    /** What deletes a message, the reactions to it and the votes in its poll. */
    public List<Mutation> deletion(RowView message) {
        long id = message.get(Messages.MESSAGE_ID);
        List<Mutation> deletion = new ArrayList<>(StoredReaction.deletions(message));
        deletion.addAll(StoredPoll.deletions(message));
        deletion.add(Write.delete(Messages.TABLE, channelId, MessageBucket.of(id), id));
        return deletion;
    }

    private static void put(RowView message, Map<Long, RowView> found) {
        found.put(message.get(Messages.MESSAGE_ID), message);
    }

    private List<RowView> page(long bucket, UnaryOperator<Read> bounds, int limit) {
        Read read = Read.from(Messages.TABLE, channelId, bucket).limit(limit);
        return storage.read(Messages.TABLE, bounds.apply(read).build());
    }
}
