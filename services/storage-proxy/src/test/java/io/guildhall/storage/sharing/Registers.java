package io.guildhall.storage.sharing;

import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Ring;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.partition.PartitionKey;
import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Guilds;
import io.guildhall.storage.flight.VirtualTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Partitions with one number each, which its only writer counts up, and readers who hold what they see against what was
 * acknowledged before they asked, and against what they saw at the same proxy before.
 */
final class Registers {
    private static final int COUNT = 6;
    private static final int PERCENT_AT_HOME = 85;
    /** Between an answer and the next request. */
    private static final Duration BREATH = Duration.ofNanos(20_000);

    private final SimulatedCluster cluster;
    private final VirtualTime time;
    private final long first;
    private final long[] acknowledged = new long[COUNT];
    private Optional<String> violation = Optional.empty();
    private long reads;

    private record Seen(String proxy, int register) {}

    /** @param seed decides which partitions they are, so who is their home */
    Registers(SimulatedCluster cluster, VirtualTime time, long seed) {
        this.cluster = cluster;
        this.time = time;
        this.first = seed * COUNT;
    }

    void begin(int readers) {
        for (int register = 0; register < COUNT; register++) {
            write(register, 1);
        }
        for (int reader = 0; reader < readers; reader++) {
            read(new HashMap<>());
        }
    }

    Optional<String> violation() {
        return violation;
    }

    long reads() {
        return reads;
    }

    long writes() {
        return Arrays.stream(acknowledged).sum();
    }

    /** Counts one register up, through whichever proxy; repeats a write until it is acknowledged. */
    private void write(int register, long version) {
        WriteRequest request = WriteRequest.newBuilder()
                .addMutations(Write.to(Guilds.TABLE, first + register)
                        .set(Guilds.OWNER_ID, version)
                        .build())
                .build();
        SimulatedProxy proxy = proxy(register);
        proxy.flights.write(request).whenComplete((reply, failure) -> {
            boolean unknown = failure != null || proxy.dead;
            if (!unknown) {
                acknowledged[register] = version;
            }
            time.set(time.upTo(BREATH), () -> write(register, unknown ? version : version + 1));
        });
    }

    private void read(Map<Seen, Long> seen) {
        int register = time.lot(COUNT);
        long atLeast = acknowledged[register];
        SimulatedProxy proxy = proxy(register);
        Seen place = new Seen(proxy.node.id(), register);
        long before = seen.getOrDefault(place, 0L);
        proxy.flights.read(request(register)).whenComplete((reply, failure) -> {
            if (failure == null && !proxy.dead) {
                long found = number(reply);
                reads++;
                seen.put(place, found);
                check(place, found, atLeast, before);
            }
            time.set(time.upTo(BREATH), () -> read(seen));
        });
    }

    private void check(Seen place, long found, long atLeast, long before) {
        String what = "read " + found + " of " + place.register() + " at " + place.proxy();
        if (found < atLeast) {
            violation = violation.or(() -> Optional.of(what + " after " + atLeast + " was written"));
        }
        if (found < before) {
            violation = violation.or(() -> Optional.of(what + " after it had shown " + before));
        }
    }

    /** The home as some proxy knows it, or any proxy at all. */
    private SimulatedProxy proxy(int register) {
        List<SimulatedProxy> alive = cluster.alive();
        SimulatedProxy any = alive.get(time.lot(alive.size()));
        if (time.lot(100) >= PERCENT_AT_HOME) {
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

    private static long number(ReadReply reply) {
        return reply.getRowsCount() == 0 ? 0 : new RowView(Guilds.TABLE, reply.getRows(0)).get(Guilds.OWNER_ID);
    }

    private ReadRequest request(int register) {
        return Read.row(Guilds.TABLE, first + register);
    }
}
