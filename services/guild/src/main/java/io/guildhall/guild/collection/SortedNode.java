package io.guildhall.guild.collection;

import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A node of a {@link SortedTree}: entries in a leaf, nodes above it.
 *
 * @param first the first entry below; null in an empty leaf
 * @param size how many entries stand below
 */
record SortedNode<E>(List<E> entries, List<SortedNode<E>> children, E first, int size) {
    private static final int MOST = 64;
    private static final int FEW = MOST / 4;

    static <E> SortedNode<E> leaf(List<E> entries) {
        return new SortedNode<>(entries, List.of(), entries.isEmpty() ? null : entries.getFirst(), entries.size());
    }

    static <E> SortedNode<E> above(List<SortedNode<E>> children) {
        int size = 0;
        for (SortedNode<E> child : children) {
            size += child.size();
        }
        return new SortedNode<>(List.of(), children, children.getFirst().first(), size);
    }

    /** A whole tree, its nodes three quarters full. */
    static <E> SortedNode<E> of(List<E> sorted) {
        List<SortedNode<E>> level = new ArrayList<>();
        for (List<E> part : Lists.partition(sorted, MOST * 3 / 4)) {
            level.add(leaf(List.copyOf(part)));
        }
        while (level.size() > 1) {
            List<SortedNode<E>> above = new ArrayList<>();
            for (List<SortedNode<E>> part : Lists.partition(level, MOST * 3 / 4)) {
                above.add(above(List.copyOf(part)));
            }
            level = above;
        }
        return level.isEmpty() ? leaf(List.of()) : level.getFirst();
    }

    boolean isLeaf() {
        return children.isEmpty();
    }

    /** How many of the leaf's entries come before this one. */
    int insertionPoint(E entry, Comparator<? super E> order) {
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (order.compare(entries.get(middle), entry) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The last child that begins at or before the entry, or the first. */
    int placeOf(E entry, Comparator<? super E> order) {
        int low = 0;
        int high = children.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (order.compare(children.get(middle).first(), entry) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** This node with the entry, as one node or as two. */
    List<SortedNode<E>> with(E entry, Comparator<? super E> order) {
        if (!isLeaf()) {
            int index = placeOf(entry, order);
            return replaced(index, 1, children.get(index).with(entry, order)).split();
        }
        int index = insertionPoint(entry, order);
        int removed = holds(index, entry, order) ? 1 : 0;
        return leaves(spliced(entries, index, removed, List.of(entry)));
    }

    /** This node without the entry; the same when it isn't here. */
    SortedNode<E> without(E entry, Comparator<? super E> order) {
        if (isLeaf()) {
            int index = insertionPoint(entry, order);
            return holds(index, entry, order) ? leaf(spliced(entries, index, 1, List.of())) : this;
        }
        int index = placeOf(entry, order);
        SortedNode<E> before = children.get(index);
        SortedNode<E> after = before.without(entry, order);
        if (after == before) {
            return this;
        }
        if (after.size() == 0) {
            return children.size() == 1 ? leaf(List.of()) : replaced(index, 1, List.of());
        }
        int left = index == 0 ? 0 : index - 1;
        if (after.width() < FEW && children.size() > 1) {
            SortedNode<E> one = left == index ? after : children.get(left);
            SortedNode<E> other = left == index ? children.get(index + 1) : after;
            if (one.width() + other.width() <= MOST) {
                return replaced(left, 2, List.of(one.joined(other)));
            }
        }
        return replaced(index, 1, List.of(after));
    }

    /** Other children in the place of some. Only those are looked at, not all. */
    private SortedNode<E> replaced(int index, int removed, List<SortedNode<E>> added) {
        int next = size;
        for (SortedNode<E> child : children.subList(index, index + removed)) {
            next -= child.size();
        }
        for (SortedNode<E> child : added) {
            next += child.size();
        }
        List<SortedNode<E>> all = spliced(children, index, removed, added);
        return new SortedNode<>(List.of(), all, all.getFirst().first(), next);
    }

    private List<SortedNode<E>> split() {
        int half = children.size() / 2;
        return children.size() <= MOST
                ? List.of(this)
                : List.of(
                        above(List.copyOf(children.subList(0, half))),
                        above(List.copyOf(children.subList(half, children.size()))));
    }

    private int width() {
        return isLeaf() ? entries.size() : children.size();
    }

    private SortedNode<E> joined(SortedNode<E> next) {
        return isLeaf()
                ? leaf(spliced(entries, entries.size(), 0, next.entries))
                : above(spliced(children, children.size(), 0, next.children));
    }

    private boolean holds(int index, E entry, Comparator<? super E> order) {
        return index < entries.size() && order.compare(entries.get(index), entry) == 0;
    }

    private static <E> List<SortedNode<E>> leaves(List<E> entries) {
        int half = entries.size() / 2;
        return entries.size() <= MOST
                ? List.of(leaf(entries))
                : List.of(
                        leaf(List.copyOf(entries.subList(0, half))),
                        leaf(List.copyOf(entries.subList(half, entries.size()))));
    }

    private static <T> List<T> spliced(List<T> list, int index, int removed, List<T> added) {
        List<T> next = new ArrayList<>(list.size() - removed + added.size());
        next.addAll(list.subList(0, index));
        next.addAll(added);
        next.addAll(list.subList(index + removed, list.size()));
        return next;
    }
}
