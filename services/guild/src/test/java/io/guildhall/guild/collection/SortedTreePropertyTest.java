package io.guildhall.guild.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SortedTreePropertyTest {
    @Property(tries = 200)
    void itDoesWhatAPlainSetDoes(@ForAll @Size(max = 3_000) List<@IntRange(min = -900, max = 900) Integer> steps) {
        TreeSet<Integer> plain = new TreeSet<>();
        SortedTree<Integer> tree = SortedTree.empty(Comparator.naturalOrder());
        SortedTree<Integer> half = tree;
        List<Integer> plainHalf = List.of();
        for (int index = 0; index < steps.size(); index++) {
            int step = steps.get(index);
            if (index % 3 == 2) {
                tree = tree.without(step);
                plain.remove(step);
            } else {
                tree = tree.with(step);
                plain.add(step);
            }
            if (index == steps.size() / 2) {
                half = tree;
                plainHalf = List.copyOf(plain);
            }
        }
        assertThat(tree.size()).isEqualTo(plain.size());
        assertThat(tree.range(0, Integer.MAX_VALUE)).isEqualTo(new ArrayList<>(plain));
        assertThat(half.range(0, Integer.MAX_VALUE)).isEqualTo(plainHalf);
        List<Integer> ordered = new ArrayList<>(plain);
        for (int from = 0; from < ordered.size(); from += 61) {
            assertThat(tree.range(from, 100)).isEqualTo(ordered.subList(from, Math.min(ordered.size(), from + 100)));
            assertThat(tree.rank(ordered.get(from))).isEqualTo(from);
        }
        for (int step : steps) {
            tree = tree.without(step);
        }
        assertThat(tree.size()).isZero();
    }
}
