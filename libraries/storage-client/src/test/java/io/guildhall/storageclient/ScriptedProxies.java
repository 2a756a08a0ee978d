package io.guildhall.storageclient;

import io.grpc.Status;
import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Peers;
import io.guildhall.model.cluster.Ring;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.partition.PartitionKey;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Row;
import io.guildhall.model.rpc.Storage;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Storage proxies that note what reaches them and fail as they are told to. */
final class ScriptedProxies implements Peers<Storage> {
    /** What a proxy does with a write: answer, or take it and lose the answer, or never see it. */
    enum Fate {
        ANSWERS,
        LOSES_ANSWER,
        UNREACHABLE
    }

    final StaticDiscovery discovery;
    final List<String> calls = new ArrayList<>();
    final List<WriteRequest> writes = new ArrayList<>();
    final List<Duration> deadlines = new ArrayList<>();
    final Map<String, Status> failures = new HashMap<>();
    final List<Fate> fates = new ArrayList<>();
    /** The one row that there is. */
    Optional<Row> row = Optional.empty();

    boolean silent;
    boolean cancelled;

    ScriptedProxies(int count) {
        discovery = new StaticDiscovery(
                List.of(),
                IntStream.range(0, count)
                        .mapToObj(index -> new Node("p" + index, Role.STORAGE_PROXY, "", "", false))
                        .toList());
    }

    List<String> orderOf(PartitionKey partition) {
        return Ring.order(discovery.nodes(Role.STORAGE_PROXY), partition.ringKey()).stream()
                .map(Node::id)
                .toList();
    }

    String homeOf(Mutation mutation) {
        return orderOf(PartitionKey.of(mutation)).getFirst();
    }

    @Override
    public Storage at(Node node) {
        return new Proxy(node.id());
    }

    @Override
    public Storage at(Node node, Duration deadline) {
        deadlines.add(deadline);
        return at(node);
    }

    private final class Proxy implements Storage {
        private final String id;

        Proxy(String id) {
            this.id = id;
        }

        @Override
        public Uni<ReadReply> read(ReadRequest request) {
            return call(() -> {
                ReadReply.Builder reply = ReadReply.newBuilder();
                row.ifPresent(reply::addRows);
                return Uni.createFrom().item(reply.build());
            });
        }

        @Override
        public Uni<WriteReply> write(WriteRequest request) {
            return call(() -> {
                writes.add(request);
                return switch (fates.isEmpty() ? Fate.ANSWERS : fates.removeFirst()) {
                    case ANSWERS -> Uni.createFrom().item(apply(request));
                    case LOSES_ANSWER -> {
                        apply(request);
                        yield Uni.createFrom().failure(Status.UNAVAILABLE.asRuntimeException());
                    }
                    case UNREACHABLE -> Uni.createFrom().failure(Status.UNAVAILABLE.asRuntimeException());
                };
            });
        }

        private <T> Uni<T> call(Supplier<Uni<T>> answer) {
            return Uni.createFrom().deferred(() -> {
                calls.add(id);
                if (silent) {
                    return Uni.createFrom().<T>nothing().onCancellation().invoke(() -> cancelled = true);
                }
                Status failure = failures.get(id);
                return failure == null ? answer.get() : Uni.createFrom().failure(failure.asRuntimeException());
            });
        }

        /** A conditional upsert of the one row. */
        private WriteReply apply(WriteRequest request) {
            boolean applied = !request.getMutations(0).getUpsert().getIfAbsent() || row.isEmpty();
            if (applied) {
                row = Optional.of(rowOf(request.getMutations(0)));
            }
            return WriteReply.newBuilder().setApplied(applied).build();
        }
    }

    static Row rowOf(Mutation mutation) {
        Row.Builder written = Row.newBuilder().addAllValues(mutation.getUpsert().getKeyList());
        mutation.getUpsert().getCellsList().forEach(cell -> written.addValues(cell.getValue()));
        return written.build();
    }
}
