package io.guildhall.storage.sharing;

import io.grpc.StatusRuntimeException;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Ring;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.partition.PartitionKey;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Row;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Guilds;
import io.guildhall.storage.StorageService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Partitions with one number each, which its only writer counts up, and readers who hold what they see against what was
 * acknowledged before they asked, and against what they saw at the same proxy before.
 */
final class Registers {
    static final int COUNT = 6;
    private static final int PERCENT_AT_HOME = 85;

    private final SimulatedCluster cluster;
    private final AtomicLongArray acknowledged = new AtomicLongArray(COUNT);
    private final AtomicReference<String> violation = new AtomicReference<>();
    private final AtomicLong reads = new AtomicLong();

    private record Seen(String proxy, int register) {}

    Registers(SimulatedCluster cluster) {
        this.cluster = cluster;
    }

    Optional<String> violation() {
        return Optional.ofNullable(violation.get());
    }

    long reads() {
        return reads.get();
    }

    long writes() {
        long sum = 0;
        for (int register = 0; register < COUNT; register++) {
            sum += acknowledged.get(register);
        }
        return sum;
    }

    /** Counts one register up, through whichever proxy; repeats a write until it is acknowledged. */
    void writeUntil(int register, long end) {
        for (long version = 1; goesOn(end); version++) {
            WriteRequest request = WriteRequest.newBuilder()
                    .addMutations(Write.to(Guilds.TABLE, (long) register)
                            .set(Guilds.OWNER_ID, version)
                            .build())
                    .build();
            boolean written = false;
            while (!written && goesOn(end)) {
                try {
                    proxy(register).service.write(request).await().indefinitely();
                    acknowledged.set(register, version);
                    written = true;
                } catch (RuntimeException unknown) {
                    Thread.yield();
                }
            }
        }
    }

    void readUntil(long end) {
        Map<Seen, Long> seen = new HashMap<>();
        while (goesOn(end)) {
            int register = ThreadLocalRandom.current().nextInt(COUNT);
            long atLeast = acknowledged.get(register);
            SimulatedProxy proxy = proxy(register);
            Seen place = new Seen(proxy.node.id(), register);
            long before = seen.getOrDefault(place, 0L);
            if (proxy.dead) {
                Thread.yield();
                continue;
            }
            try {
                long found = read(proxy.service, register);
                reads.incrementAndGet();
                seen.put(place, found);
                check(register, place.proxy(), found, atLeast, before);
            } catch (StatusRuntimeException refused) {
                Thread.yield();
            }
        }
    }

    private void check(int register, String proxy, long found, long atLeast, long before) {
        if (found < atLeast) {
            violation.compareAndSet(
                    null, "read " + found + " of " + register + " at " + proxy + " after " + atLeast + " was written");
        }
        if (found < before) {
            violation.compareAndSet(
                    null, "read " + found + " of " + register + " at " + proxy + " after it had shown " + before);
        }
    }

    private boolean goesOn(long end) {
        return System.nanoTime() - end < 0 && violation.get() == null;
    }

    /** The home as some proxy knows it, or any proxy at all. */
    private SimulatedProxy proxy(int register) {
        List<SimulatedProxy> alive = cluster.alive();
        SimulatedProxy any = alive.get(ThreadLocalRandom.current().nextInt(alive.size()));
        if (ThreadLocalRandom.current().nextInt(100) >= PERCENT_AT_HOME) {
            return any;
        }
        long key = PartitionKey.of(request(register)).ringKey();
        Optional<Node> home = Ring.choose(any.discovery.nodes(Role.STORAGE_PROXY), key);
        return alive.stream()
                .filter(proxy ->
                        home.isPresent() && proxy.node.id().equals(home.get().id()))
                .findFirst()
                .orElse(any);
    }

    private static long read(StorageService service, int register) {
        List<Row> rows = service.read(request(register)).await().indefinitely().getRowsList();
        return rows.isEmpty() ? 0 : new RowView(Guilds.TABLE, rows.getFirst()).get(Guilds.OWNER_ID);
    }

    private static ReadRequest request(int register) {
        return Read.row(Guilds.TABLE, (long) register);
    }
}
