package io.guildhall.discovery.etcd;

import com.google.protobuf.ByteString;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Claims a number that no other live process has, for as long as the lease lives. */
final class NodeNumbers {
    /** As many as the worker and process bits of a snowflake can tell apart. */
    static final int COUNT = 1_024;

    private final String folder;
    private final RandomGenerator random;

    NodeNumbers(String prefix, RandomGenerator random) {
        this.folder = prefix + "/numbers/";
        this.random = random;
    }

    /**
     * Any free number. Begins at a random one, so that a restarted node seldom takes one that was in use just now, and asks
     * which are taken only when that one is.
     */
    int claim(EtcdClient etcd, String nodeId, long lease) {
        int start = random.nextInt(COUNT);
        if (claim(etcd, start, nodeId, lease)) {
            return start;
        }
        Set<String> taken = etcd.list(ByteString.copyFromUtf8(folder)).getKvsList().stream()
                .map(entry -> entry.getKey().toStringUtf8())
                .collect(Collectors.toSet());
        for (int step = 1; step < COUNT; step++) {
            int number = (start + step) % COUNT;
            if (!taken.contains(folder + number) && claim(etcd, number, nodeId, lease)) {
                return number;
            }
        }
        throw new EtcdException("all " + COUNT + " node numbers are taken", null);
    }

    /** This number again, after the lease was lost. False when another process has it by now. */
    boolean claim(EtcdClient etcd, int number, String nodeId, long lease) {
        return etcd.claim(ByteString.copyFromUtf8(folder + number), ByteString.copyFromUtf8(nodeId), lease);
    }
}
