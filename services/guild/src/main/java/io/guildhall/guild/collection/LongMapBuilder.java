package io.guildhall.guild.collection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes a large {@link LongMap} out of entries that come by ascending id, without the copies that single changes need. */
public final class LongMapBuilder<V> {
    private final List<LongNode> leaves = new ArrayList<>();
    private long[] ids = new long[LongNode.MOST];
    private Object[] items = new Object[LongNode.MOST];
    private int filled;
    private int size;

    /** @throws IllegalArgumentException when the id is not larger than the last one */
    public void add(long id, V value) {
        if (size > 0 && Long.compareUnsigned(id, last()) <= 0) {
            throw new IllegalArgumentException("ids must ascend");
        }
        if (filled == LongNode.MOST) {
            finishLeaf();
        }
        ids[filled] = id;
        items[filled] = value;
        filled++;
        size++;
    }

    public LongMap<V> build() {
        if (size == 0) {
            return LongMap.empty();
        }
        finishLeaf();
        List<LongNode> level = leaves;
        int height = 0;
        while (level.size() > 1) {
            List<LongNode> above = new ArrayList<>();
            for (int from = 0; from < level.size(); from += LongNode.MOST) {
                List<LongNode> children = level.subList(from, Math.min(level.size(), from + LongNode.MOST));
                above.add(LongNode.above(children.toArray(LongNode[]::new)));
            }
            level = above;
            height++;
        }
        return new LongMap<>(level.getFirst(), height, size);
    }

    private long last() {
        return filled == 0 ? leaves.getLast().ids[LongNode.MOST - 1] : ids[filled - 1];
    }

    private void finishLeaf() {
        leaves.add(new LongNode(Arrays.copyOf(ids, filled), Arrays.copyOf(items, filled)));
        filled = 0;
    }
}
