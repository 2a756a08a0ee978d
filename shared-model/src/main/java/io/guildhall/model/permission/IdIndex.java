package io.guildhall.model.permission;

/**
 * Finds the place of an id in a fixed list of ids: a hash table in one array, a quarter full at most, so that a lookup
 * is one multiplication and rarely more than one step. An id is never 0.
 */
final class IdIndex {
    private static final long MIX = 0x9E3779B97F4A7C15L;

    /** Ids, each followed by its place; 0 marks a free slot. */
    private final long[] slots;

    private final int mask;

    IdIndex(long[] ids) {
        int capacity = Math.max(2, Integer.highestOneBit(Math.max(1, ids.length)) * 8);
        slots = new long[capacity * 2];
        mask = capacity - 1;
        for (int place = 0; place < ids.length; place++) {
            int slot = slot(ids[place]);
            while (slots[slot * 2] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot * 2] = ids[place];
            slots[slot * 2 + 1] = place;
        }
    }

    /** The place of the id, or -1. */
    int find(long id) {
        int slot = slot(id);
        while (true) {
            long found = slots[slot * 2];
            if (found == id) {
                return id == 0 ? -1 : (int) slots[slot * 2 + 1];
            }
            if (found == 0) {
                return -1;
            }
            slot = (slot + 1) & mask;
        }
    }

    private int slot(long id) {
        return (int) ((id * MIX) >>> 40) & mask;
    }
}
