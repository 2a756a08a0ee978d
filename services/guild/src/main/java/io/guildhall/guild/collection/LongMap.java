package io.guildhall.guild.collection;

import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Iterator;
import java.util.Optional;

/**
 * A map from ids to values that never changes: {@link #with} and {@link #without} give another map, which shares all but a few
 * nodes with this one. So a snapshot costs nothing, and any thread may read it while its owner goes on.
 *
 * <p>Sorted by id, as an unsigned number. It is a tree of wide nodes: an entry costs some 13 bytes besides its value, a look-up in a
 * million entries visits four nodes, and a change copies as many.
 */
public final class LongMap<V> {
    private static final LongMap<?> EMPTY = new LongMap<>(LongNode.EMPTY, 0, 0);

    private final LongNode root;
    /** How many levels of inner nodes stand above the leaves. */
    private final int height;

    private final int size;

    LongMap(LongNode root, int height, int size) {
        this.root = root;
        this.height = height;
        this.size = size;
    }

    @SuppressWarnings("unchecked")
    public static <V> LongMap<V> empty() {
        return (LongMap<V>) EMPTY;
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** The value, or null when there is none. */
    @SuppressWarnings("unchecked")
    public V get(long id) {
        LongNode node = root;
        for (int level = height; level > 0; level--) {
            node = node.child(node.childFor(id));
        }
        int index = node.find(id);
        return index < 0 ? null : (V) node.items[index];
    }

    public Optional<V> find(long id) {
        return Optional.ofNullable(get(id));
    }

    public boolean contains(long id) {
        return get(id) != null;
    }

    /** With this value instead of the one before, if there was one. */
    public LongMap<V> with(long id, V value) {
        LongNode[] nodes = root.with(height, id, value);
        boolean added = get(id) == null;
        int next = added ? size + 1 : size;
        return nodes.length == 1
                ? new LongMap<>(nodes[0], height, next)
                : new LongMap<>(LongNode.above(nodes), height + 1, next);
    }

    public LongMap<V> without(long id) {
        LongNode next = root.without(height, id);
        if (next == root) {
            return this;
        }
        int levels = height;
        while (levels > 0 && next.items.length == 1) {
            next = next.child(0);
            levels--;
        }
        return next.items.length == 0 ? empty() : new LongMap<>(next, levels, size - 1);
    }

    /** All values by id. */
    public Collection<V> values() {
        return new AbstractCollection<>() {
            @Override
            public Iterator<V> iterator() {
                return new Values<>(cursor());
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    /** Before the first entry. */
    public Cursor<V> cursor() {
        return new Cursor<>(root, height);
    }

    /** Before the first entry whose id is larger. */
    public Cursor<V> after(long id) {
        Cursor<V> cursor = cursor();
        cursor.skipThrough(id);
        return cursor;
    }

    private record Values<V>(Cursor<V> cursor) implements Iterator<V> {
        @Override
        public boolean hasNext() {
            return cursor.hasNext();
        }

        @Override
        public V next() {
            cursor.next();
            return cursor.value();
        }
    }
}
