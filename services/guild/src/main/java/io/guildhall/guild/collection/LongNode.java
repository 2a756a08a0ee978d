package io.guildhall.guild.collection;

import java.util.Arrays;

/**
 * A node of a {@link LongMap}: ids with values in a leaf, and above it each child with the first id that stood in it when it was
 * made. Nobody changes the arrays.
 */
final class LongNode {
    static final int MOST = 64;
    /** A smaller node is put together with its neighbour when both fit into one. */
    private static final int FEW = MOST / 4;

    static final LongNode EMPTY = new LongNode(new long[0], new Object[0]);

    final long[] ids;
    final Object[] items;

    LongNode(long[] ids, Object[] items) {
        this.ids = ids;
        this.items = items;
    }

    static LongNode above(LongNode[] children) {
        long[] ids = new long[children.length];
        for (int index = 0; index < ids.length; index++) {
            ids[index] = children[index].ids[0];
        }
        return new LongNode(ids, children);
    }

    LongNode child(int index) {
        return (LongNode) items[index];
    }

    /** Where the id stands, or {@code -(insertion point) - 1}. */
    int find(long id) {
        int low = 0;
        int high = ids.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Long.compareUnsigned(ids[middle], id);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -(low + 1);
    }

    /** The last child that begins at or before the id, or the first. */
    int childFor(long id) {
        int index = find(id);
        return index >= 0 ? index : Math.max(0, -index - 2);
    }

    /** This node with the entry, as one node or as two. */
    LongNode[] with(int height, long id, Object value) {
        if (height > 0) {
            int index = childFor(id);
            return splice(index, 1, child(index).with(height - 1, id, value)).split(false);
        }
        int index = find(id);
        if (index >= 0) {
            Object[] changed = items.clone();
            changed[index] = value;
            return new LongNode[] {new LongNode(ids, changed)};
        }
        int place = -index - 1;
        return splice(place, 0, new long[] {id}, new Object[] {value}).split(place == ids.length);
    }

    /** This node without the entry; the same when it isn't here, and empty when nothing is left. */
    LongNode without(int height, long id) {
        if (height == 0) {
            int index = find(id);
            return index < 0 ? this : splice(index, 1, new long[0], new Object[0]);
        }
        int index = childFor(id);
        LongNode before = child(index);
        LongNode after = before.without(height - 1, id);
        if (after == before) {
            return this;
        }
        if (after.items.length == 0) {
            return splice(index, 1);
        }
        int left = index == 0 ? 0 : index - 1;
        if (after.items.length < FEW && items.length > 1) {
            LongNode one = left == index ? after : child(left);
            LongNode other = left == index ? child(index + 1) : after;
            if (one.items.length + other.items.length <= MOST) {
                return splice(left, 2, one.splice(one.items.length, 0, other.ids, other.items));
            }
        }
        return splice(index, 1, after);
    }

    private LongNode splice(int index, int removed, LongNode... children) {
        return splice(index, removed, above(children).ids, children);
    }

    private LongNode splice(int index, int removed, long[] addedIds, Object[] addedItems) {
        int length = ids.length - removed + addedIds.length;
        int tail = ids.length - index - removed;
        long[] nextIds = Arrays.copyOf(ids, length);
        System.arraycopy(addedIds, 0, nextIds, index, addedIds.length);
        System.arraycopy(ids, index + removed, nextIds, index + addedIds.length, tail);
        Object[] nextItems = new Object[length];
        System.arraycopy(items, 0, nextItems, 0, index);
        System.arraycopy(addedItems, 0, nextItems, index, addedItems.length);
        System.arraycopy(items, index + removed, nextItems, index + addedItems.length, tail);
        return new LongNode(nextIds, nextItems);
    }

    /** Ids mostly come in ascending order: what grew at its end leaves a full node behind. */
    private LongNode[] split(boolean atEnd) {
        if (items.length <= MOST) {
            return new LongNode[] {this};
        }
        int half = atEnd ? MOST : items.length / 2;
        return new LongNode[] {part(0, half), part(half, items.length)};
    }

    private LongNode part(int from, int to) {
        return new LongNode(Arrays.copyOfRange(ids, from, to), Arrays.copyOfRange(items, from, to));
    }
}
