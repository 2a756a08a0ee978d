package io.guildhall.guild.purge;

import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.message.BucketIndex;
import io.guildhall.guild.message.StoredReaction;
import io.guildhall.guild.poll.StoredPoll;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ChannelFollowers;
import io.guildhall.model.table.catalogue.ChannelPurges;
import io.guildhall.model.table.catalogue.MessageBuckets;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.table.catalogue.Pins;
import io.guildhall.model.time.Pace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * Removes what is left of a deleted channel: what leads to its archived threads, which are purged by themselves; bucket by bucket the
 * reactions and votes, the messages and the bucket's place in the index, at last the pins, the followers and the request itself. Each
 * step is found again from what is still stored, so it may be cut off
 * anywhere and begun again anywhere, and two that work at once only do the same twice.
 *
 * <p>All of this belongs to the channel's actor, the single writer of it, and yet is written here. That is safe because the
 * actor has ended its part: a guild forgets the channel in the command whose batch holds the request, so every earlier
 * write of the channel was durable before the request could be read, no later command finds the channel, and channel ids
 * are never given twice. What an owner that does not know yet that it lost the guild may still write is nobody's to see,
 * for nothing leads to the channel any more.
 */
final class ChannelPurge {
    /** Messages read at once. */
    static final int PAGE = 500;

    /** Messages removed by one range delete: few enough not to hold up the writer of an embedded store. */
    static final int CHUNK = 10 * PAGE;

    /** Emojis whose reactions, and answers for which the votes, are removed by one batch. */
    private static final int BATCH = 100;

    private final StorageFacade storage;
    private final long channelId;
    private final Pace pace;
    private final BooleanSupplier goesOn;
    private final LongConsumer removed;

    /**
     * @param pace of messages
     * @param goesOn asked again and again; once false, the rest is left to whoever comes next
     * @param removed told how many messages went, about
     */
    ChannelPurge(StorageFacade storage, long channelId, Pace pace, BooleanSupplier goesOn, LongConsumer removed) {
        this.storage = storage;
        this.channelId = channelId;
        this.pace = pace;
        this.goesOn = goesOn;
        this.removed = removed;
    }

    /** True when nothing is left. */
    boolean run() throws InterruptedException {
        if (!new ArchivePurge(storage, channelId, goesOn).run()) {
            return false;
        }
        BucketIndex index = new BucketIndex(storage, channelId);
        for (List<Long> buckets = index.oldest(); !buckets.isEmpty(); buckets = index.oldest()) {
            for (long bucket : buckets) {
                if (!clear(bucket)) {
                    return false;
                }
            }
        }
        storage.writeNow(List.of(
                Write.deletePartition(Pins.TABLE, channelId),
                Write.deletePartition(ChannelFollowers.TABLE, channelId),
                Write.deletePartition(MessageBuckets.TABLE, channelId),
                Write.delete(ChannelPurges.TABLE, ChannelPurges.shard(channelId), channelId)));
        return true;
    }

    private boolean clear(long bucket) throws InterruptedException {
        int sinceDelete = 0;
        List<RowView> page = page(Read.from(Messages.TABLE, channelId, bucket));
        while (!page.isEmpty()) {
            if (!goesOn.getAsBoolean()) {
                return false;
            }
            pace.spend(page.size());
            removeReactionsAndVotes(page);
            sinceDelete += page.size();
            long last = page.getLast().get(Messages.MESSAGE_ID);
            if (sinceDelete >= CHUNK) {
                storage.writeNow(List.of(Write.deleteThrough(Messages.TABLE, new Object[] {channelId, bucket}, last)));
                sinceDelete = 0;
            }
            removed.accept(page.size());
            page = page.size() < PAGE
                    ? List.of()
                    : page(Read.from(Messages.TABLE, channelId, bucket).after(last));
        }
        storage.writeNow(List.of(
                Write.deletePartition(Messages.TABLE, channelId, bucket),
                Write.delete(MessageBuckets.TABLE, channelId, bucket)));
        return true;
    }

    /** Before their messages, which alone know which there are. */
    private void removeReactionsAndVotes(List<RowView> messages) {
        List<Mutation> deletions = new ArrayList<>();
        messages.forEach(message -> {
            deletions.addAll(StoredReaction.deletions(message));
            deletions.addAll(StoredPoll.deletions(message));
        });
        for (int from = 0; from < deletions.size(); from += BATCH) {
            storage.writeNow(deletions.subList(from, Math.min(from + BATCH, deletions.size())));
        }
    }

    private List<RowView> page(Read read) {
        return storage.read(Messages.TABLE, read.limit(PAGE).build());
    }
}
