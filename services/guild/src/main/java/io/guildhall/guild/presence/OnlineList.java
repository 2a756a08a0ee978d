package io.guildhall.guild.presence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Users in the order of their names, then ids. A list of sorted blocks: an insertion searches the blocks, then one block,
 * and moves at most a block's entries, so that it stays cheap with a million users.
 */
public final class OnlineList {
    private static final int BLOCK = 512;

    private record Entry(String name, long userId) {
        static final Comparator<Entry> ORDER =
                Comparator.comparing(Entry::name, String.CASE_INSENSITIVE_ORDER).thenComparingLong(Entry::userId);
    }

    private final List<ArrayList<Entry>> blocks = new ArrayList<>();
    private final Map<Long, Entry> byUser = new HashMap<>();

    /** Inserts the user, or moves it when its name changed. */
    public void put(long userId, String name) {
        Entry entry = new Entry(name, userId);
        Entry before = byUser.put(userId, entry);
        if (entry.equals(before)) {
            return;
        }
        if (before != null) {
            take(before);
        }
        insert(entry);
    }

    public void remove(long userId) {
        Entry entry = byUser.remove(userId);
        if (entry != null) {
            take(entry);
        }
    }

    public int size() {
        return byUser.size();
    }

    /** The first users in order. */
    public List<Long> first(int limit) {
        List<Long> users = new ArrayList<>(Math.min(limit, size()));
        for (ArrayList<Entry> block : blocks) {
            for (Entry entry : block) {
                if (users.size() >= limit) {
                    return users;
                }
                users.add(entry.userId());
            }
        }
        return users;
    }

    private void insert(Entry entry) {
        if (blocks.isEmpty()) {
            blocks.add(new ArrayList<>());
        }
        int blockIndex = blockOf(entry);
        ArrayList<Entry> block = blocks.get(blockIndex);
        block.add(insertionPoint(block, entry), entry);
        if (block.size() > BLOCK) {
            List<Entry> upper = block.subList(BLOCK / 2, block.size());
            blocks.add(blockIndex + 1, new ArrayList<>(upper));
            upper.clear();
        }
    }

    private void take(Entry entry) {
        int blockIndex = blockOf(entry);
        ArrayList<Entry> block = blocks.get(blockIndex);
        block.remove(insertionPoint(block, entry));
        if (block.isEmpty()) {
            blocks.remove(blockIndex);
        }
    }

    /** The last block that begins at or before the entry. */
    private int blockOf(Entry entry) {
        int low = 0;
        int high = blocks.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (Entry.ORDER.compare(blocks.get(middle).getFirst(), entry) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static int insertionPoint(List<Entry> block, Entry entry) {
        int low = 0;
        int high = block.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Entry.ORDER.compare(block.get(middle), entry) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
