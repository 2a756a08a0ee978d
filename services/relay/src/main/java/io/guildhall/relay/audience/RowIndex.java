package io.guildhall.relay.audience;

import java.util.function.IntConsumer;

/**
 * Finds the rows of a table by the value of a column of longs. Values may repeat. Holds row numbers only, between 6 and 12 bytes for
 * each row; the values stay in the column, which every call is given.
 */
final class RowIndex {
    private static final int SMALLEST = 16;

    /** Row number plus one; 0 is empty. Collisions go to the next slot. */
    private int[] slots = new int[SMALLEST];

    private int size;

    void insert(long[] column, int row) {
        if ((size + 1) * 10L > slots.length * 7L) {
            grow(column);
        }
        place(column[row], row);
        size++;
    }

    /** Calls with each row that has this value; the table must not change meanwhile. */
    void each(long[] column, long value, IntConsumer found) {
        int mask = slots.length - 1;
        for (int slot = home(value, mask); slots[slot] != 0; slot = (slot + 1) & mask) {
            int row = slots[slot] - 1;
            if (column[row] == value) {
                found.accept(row);
            }
        }
    }

    /** Takes the row out, and closes the gap so that no search stops early. */
    void remove(long[] column, int row) {
        int mask = slots.length - 1;
        int gap = slotOf(column[row], row);
        int slot = gap;
        while (true) {
            slot = (slot + 1) & mask;
            if (slots[slot] == 0) {
                break;
            }
            int home = home(column[slots[slot] - 1], mask);
            boolean mayMove = ((slot - home) & mask) >= ((slot - gap) & mask);
            if (mayMove) {
                slots[gap] = slots[slot];
                gap = slot;
            }
        }
        slots[gap] = 0;
        size--;
    }

    /** The row with this value is now kept under another number. */
    void renumber(long value, int from, int to) {
        slots[slotOf(value, from)] = to + 1;
    }

    private int slotOf(long value, int row) {
        int mask = slots.length - 1;
        int slot = home(value, mask);
        while (slots[slot] != row + 1) {
            if (slots[slot] == 0) {
                throw new IllegalStateException("row " + row + " is not in the index");
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow(long[] column) {
        int[] before = slots;
        slots = new int[before.length * 2];
        for (int entry : before) {
            if (entry != 0) {
                place(column[entry - 1], entry - 1);
            }
        }
    }

    private void place(long value, int row) {
        int mask = slots.length - 1;
        int slot = home(value, mask);
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = row + 1;
    }

    private static int home(long value, int mask) {
        long mixed = value * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & mask;
    }
}
