package io.guildhall.guild.kernel.actor;

import io.guildhall.model.partition.PartitionKey;
import io.guildhall.model.rpc.Mutation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The actor's mutations that a read of the store may miss, in the order of their writes: those that are not durable yet, and
 * those that became so after a read began that is still to be used ({@link #open}). Done over what such a read found, all of a
 * partition's in order, they give what the partition holds: a read that saw some of them already comes to the same.
 *
 * <p>As long as the pipeline's commits, plus what lands while reads are open. Any thread may ask.
 */
final class Unsettled {
    private record Entry(long number, PartitionKey partition, Mutation mutation) {}

    private final Deque<Entry> entries = new ArrayDeque<>();
    private final Map<PartitionKey, Deque<Entry>> byPartition = new HashMap<>();
    /** How many reads are open that began when so many mutations were settled. */
    private final TreeMap<Long, Integer> reads = new TreeMap<>();

    private long added;
    private long settled;
    private long forgotten;

    synchronized void add(List<Mutation> mutations) {
        List<PartitionKey> partitions = mutations.stream().map(PartitionKey::of).toList();
        for (int index = 0; index < mutations.size(); index++) {
            Entry entry = new Entry(added++, partitions.get(index), mutations.get(index));
            entries.addLast(entry);
            byPartition
                    .computeIfAbsent(entry.partition(), missing -> new ArrayDeque<>())
                    .addLast(entry);
        }
    }

    /** So many more are durable, the oldest first. */
    synchronized void settle(int count) {
        settled += count;
        forgetOld();
    }

    /** Whatever is not durable never will be. */
    synchronized void refuse() {
        while (!entries.isEmpty() && entries.peekLast().number() >= settled) {
            Entry entry = entries.pollLast();
            Deque<Entry> ofPartition = byPartition.get(entry.partition());
            ofPartition.pollLast();
            if (ofPartition.isEmpty()) {
                byPartition.remove(entry.partition());
            }
        }
        added = settled;
    }

    /** A read begins; from now on nothing that it may miss is forgotten. Returns what to close it with. */
    synchronized long open() {
        reads.merge(settled, 1, Integer::sum);
        return settled;
    }

    synchronized void close(long read) {
        reads.computeIfPresent(read, (began, count) -> count == 1 ? null : count - 1);
        forgetOld();
    }

    /**
     * Something else is about to write, of which no order with these mutations is known: they are forgotten, all being durable, and
     * reads that are open can't be brought up to date any more.
     */
    synchronized void forget() {
        forgotten++;
        entries.clear();
        byPartition.clear();
    }

    /** How often everything was forgotten. */
    synchronized long forgotten() {
        return forgotten;
    }

    /** What may be missing in a read of this partition, in order. */
    synchronized List<Mutation> in(PartitionKey partition) {
        Deque<Entry> ofPartition = byPartition.get(partition);
        if (ofPartition == null) {
            return List.of();
        }
        List<Mutation> mutations = new ArrayList<>(ofPartition.size());
        ofPartition.forEach(entry -> mutations.add(entry.mutation()));
        return mutations;
    }

    private void forgetOld() {
        long needed = reads.isEmpty() ? settled : Math.min(settled, reads.firstKey());
        while (!entries.isEmpty() && entries.peekFirst().number() < needed) {
            Entry entry = entries.pollFirst();
            Deque<Entry> ofPartition = byPartition.get(entry.partition());
            ofPartition.pollFirst();
            if (ofPartition.isEmpty()) {
                byPartition.remove(entry.partition());
            }
        }
    }
}
