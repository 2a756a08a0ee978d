package io.guildhall.model.cluster;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Rendezvous hashing: every caller that sees the same nodes chooses the same one for a key, and a node that joins or
 * leaves moves only its own share.
 */
public final class Ring {
    private Ring() {}

    /** The node with the highest score for the key among those that do not drain; empty when there is none. */
    public static Optional<Node> choose(List<Node> nodes, long key) {
        return nodes.stream()
                .filter(node -> !node.draining())
                .max(Comparator.comparingLong((Node node) -> score(node.id(), key))
                        .thenComparing(Node::id));
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
