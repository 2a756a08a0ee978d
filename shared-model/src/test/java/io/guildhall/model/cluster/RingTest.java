package io.guildhall.model.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RingTest {
    @Property
    void aNodeThatJoinsTakesOnlyWhatBecomesItsOwn(@ForAll @IntRange(max = 20) int nodes, @ForAll long key) {
        Node joining = node("joining");
        List<Node> before = nodes(nodes);
        List<Node> after = new ArrayList<>(before);
        after.add(nodes / 2, joining);

        List<Node> order = new ArrayList<>(Ring.order(after, key));

        assertThat(order.remove(joining)).isTrue();
        assertThat(order).isEqualTo(Ring.order(before, key));
    }

    @Property
    void aNodeThatLeavesHandsEveryKeyToTheNextInItsOrder(
            @ForAll @IntRange(min = 1, max = 20) int nodes, @ForAll long key) {
        List<Node> before = nodes(nodes);
        List<Node> order = Ring.order(before, key);
        List<Node> after = new ArrayList<>(before);
        after.remove(order.getFirst());

        assertThat(Ring.order(after, key)).isEqualTo(order.subList(1, order.size()));
    }

    @Property
    void theOrderBeginsWithTheChosenNodeHoweverTheNodesAreListed(
            @ForAll @IntRange(max = 20) int nodes, @ForAll long key) {
        List<Node> listed = nodes(nodes);

        assertThat(Ring.order(listed, key).stream().findFirst()).isEqualTo(Ring.choose(listed, key));
        assertThat(Ring.order(listed.reversed(), key)).isEqualTo(Ring.order(listed, key));
    }

    @Test
    void everyNodeHasItsShare() {
        List<Node> nodes = nodes(10);
        Map<Node, Integer> shares = new HashMap<>();
        for (long key = 0; key < 100_000; key++) {
            shares.merge(Ring.choose(nodes, key).orElseThrow(), 1, Integer::sum);
        }

        assertThat(shares).hasSize(10);
        assertThat(shares.values()).allMatch(share -> share > 9_000 && share < 11_000);
    }

    @Test
    void aNodeThatDrainsIsNotChosen() {
        Node draining = new Node("node-0", Role.STORAGE_PROXY, "", "", true);
        List<Node> nodes = List.of(draining, node("node-1"));

        for (long key = 0; key < 100; key++) {
            assertThat(Ring.order(nodes, key)).containsExactly(node("node-1"));
        }
        assertThat(Ring.choose(List.of(draining), 1)).isEmpty();
    }

    /** Fixed: nodes of different versions must agree while a cluster is upgraded. */
    @ParameterizedTest
    @CsvSource({"0,14032", "1,24013", "81384788765712384,23014", "-1,34012"})
    void theOrderIsTheSameInEveryVersion(long key, String order) {
        List<String> names =
                order.chars().mapToObj(digit -> "node-" + (char) digit).toList();

        assertThat(Ring.order(nodes(5), key)).extracting(Node::id).isEqualTo(names);
    }

    private static List<Node> nodes(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> node("node-" + index))
                .toList();
    }

    private static Node node(String id) {
        return new Node(id, Role.STORAGE_PROXY, "", "", false);
    }
}
