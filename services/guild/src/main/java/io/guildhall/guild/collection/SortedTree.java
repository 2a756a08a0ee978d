package io.guildhall.guild.collection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A sorted set that never changes, like {@link LongMap}, and knows which entry stands at which place: a range of a long list is
 * found without walking through what comes before it. Entries that compare as equal are the same entry.
 */
public final class SortedTree<E> {
    private final Comparator<? super E> order;
    private final SortedNode<E> root;

    private SortedTree(Comparator<? super E> order, SortedNode<E> root) {
        this.order = order;
        this.root = root;
    }

    public static <E> SortedTree<E> empty(Comparator<? super E> order) {
        return new SortedTree<>(order, SortedNode.leaf(List.of()));
    }

    /** @param sorted in that order, no two of which compare as equal */
    public static <E> SortedTree<E> of(Comparator<? super E> order, List<E> sorted) {
        return new SortedTree<>(order, SortedNode.of(sorted));
    }

    public int size() {
        return root.size();
    }

    /** With the entry, in place of one that compares as equal. */
    public SortedTree<E> with(E entry) {
        List<SortedNode<E>> nodes = root.with(entry, order);
        return new SortedTree<>(order, nodes.size() == 1 ? nodes.getFirst() : SortedNode.above(nodes));
    }

    public SortedTree<E> without(E entry) {
        SortedNode<E> next = root.without(entry, order);
        if (next == root) {
            return this;
        }
        while (!next.isLeaf() && next.children().size() == 1) {
            next = next.children().getFirst();
        }
        return new SortedTree<>(order, next.size() == 0 ? SortedNode.leaf(List.of()) : next);
    }

    /** The entry that compares as equal to this one. */
    public Optional<E> find(E entry) {
        SortedNode<E> node = root;
        while (!node.isLeaf()) {
            node = node.children().get(node.placeOf(entry, order));
        }
        int place = node.insertionPoint(entry, order);
        return place < node.size() && order.compare(node.entries().get(place), entry) == 0
                ? Optional.of(node.entries().get(place))
                : Optional.empty();
    }

    /** How many entries stand before this one, whether or not it is here itself. */
    public int rank(E entry) {
        SortedNode<E> node = root;
        int before = 0;
        while (!node.isLeaf()) {
            int index = node.placeOf(entry, order);
            for (int left = 0; left < index; left++) {
                before += node.children().get(left).size();
            }
            node = node.children().get(index);
        }
        return before + node.insertionPoint(entry, order);
    }

    /** At most so many entries from a place on, in order. */
    public List<E> range(int from, int limit) {
        List<E> found = new ArrayList<>(Math.max(0, Math.min(limit, size() - from)));
        collect(root, from, limit, found);
        return found;
    }

    private static <E> void collect(SortedNode<E> node, int from, int limit, List<E> found) {
        if (node.isLeaf()) {
            List<E> entries = node.entries();
            for (int index = from; index < entries.size() && found.size() < limit; index++) {
                found.add(entries.get(index));
            }
            return;
        }
        int skip = from;
        for (SortedNode<E> child : node.children()) {
            if (found.size() >= limit) {
                return;
            }
            if (skip < child.size()) {
                collect(child, skip, limit, found);
            }
            skip = Math.max(0, skip - child.size());
        }
    }
}
