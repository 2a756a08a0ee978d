package io.guildhall.model.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Rendezvous hashing: every caller that sees the same nodes chooses the same one for a key, and a node that joins or
 * leaves moves only its own share.
 */
public final class Ring {
    private record Scored(Node node, long score) {
        private static final Comparator<Scored> HIGHEST_FIRST = Comparator.comparingLong(Scored::score)
                .thenComparing(scored -> scored.node().id())
                .reversed();
    }

    private Ring() {}

    /** The node with the highest score for the key among those that do not drain; empty when there is none. */
    public static Optional<Node> choose(List<Node> nodes, long key) {
        Node best = null;
        long highest = 0;
        for (Node node : nodes) {
            if (node.draining()) {
                continue;
            }
            long score = score(node.id(), key);
            if (best == null
                    || score > highest
                    || (score == highest && node.id().compareTo(best.id()) > 0)) {
                best = node;
                highest = score;
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * The nodes that do not drain, the one that {@link #choose} chooses first, then the one that it would choose without
     * that one, and so on: where to turn when the first can't be reached.
     */
    public static List<Node> order(List<Node> nodes, long key) {
        List<Scored> scored = new ArrayList<>(nodes.size());
        for (Node node : nodes) {
            if (!node.draining()) {
                scored.add(new Scored(node, score(node.id(), key)));
            }
        }
        scored.sort(Scored.HIGHEST_FIRST);
        return scored.stream().map(Scored::node).toList();
    }

    static long score(String node, long key) {
        long hash = key * 0x9E3779B97F4A7C15L;
        for (int index = 0; index < node.length(); index++) {
            hash = (hash ^ node.charAt(index)) * 0xFF51AFD7ED558CCDL;
            hash ^= hash >>> 32;
        }
        return mix(hash);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
