package io.guildhall.guild.collection;

import java.util.NoSuchElementException;

/** Goes through a {@link LongMap} by id. Used by one thread; the map itself never changes. */
public final class Cursor<V> {
    /** From the root to the leaf, with the place in each of the entry that comes next. */
    private final LongNode[] path;

    private final int[] places;
    private long id;
    private Object value;

    Cursor(LongNode root, int height) {
        path = new LongNode[height + 1];
        places = new int[height + 1];
        path[0] = root;
        descend(0);
    }

    public boolean hasNext() {
        int leaf = path.length - 1;
        return places[leaf] < path[leaf].items.length;
    }

    /** Goes to the next entry. */
    public void next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        int leaf = path.length - 1;
        id = path[leaf].ids[places[leaf]];
        value = path[leaf].items[places[leaf]];
        places[leaf]++;
        int level = leaf;
        while (level > 0 && places[level] == path[level].items.length) {
            level--;
            places[level]++;
        }
        if (level < leaf && places[level] < path[level].items.length) {
            descend(level);
        }
    }

    /** The id of the entry that {@link #next} went to. */
    public long id() {
        return id;
    }

    /** The value of the entry that {@link #next} went to. */
    @SuppressWarnings("unchecked")
    public V value() {
        return (V) value;
    }

    void skipThrough(long last) {
        int leaf = path.length - 1;
        for (int level = 0; level < leaf; level++) {
            places[level] = path[level].childFor(last);
            path[level + 1] = path[level].child(places[level]);
        }
        int index = path[leaf].find(last);
        places[leaf] = index >= 0 ? index : -index - 2;
        if (places[leaf] >= 0) {
            next();
        } else {
            places[leaf] = 0;
        }
    }

    private void descend(int from) {
        for (int level = from; level < path.length - 1; level++) {
            path[level + 1] = path[level].child(places[level]);
            places[level + 1] = 0;
        }
    }
}
