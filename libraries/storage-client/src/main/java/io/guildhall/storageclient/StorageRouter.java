package io.guildhall.storageclient;

import io.grpc.Status;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Peers;
import io.guildhall.model.cluster.Ring;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.partition.PartitionKey;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Storage;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.rpc.CallFailure;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * The one way to the storage proxies.
 *
 * <p>Each partition has a home among the live proxies, chosen by rendezvous hashing. Reads go there, so that equal reads
 * meet and share one flight; a batch goes to the home of its first mutation's partition. When the home can't be reached,
 * the call is made once more at the next node in the partition's order, which the store answers as well. A call that was
 * shed (RESOURCE_EXHAUSTED) is not: to spread it over the other proxies would be what the home protects the store from.
 * Neither is one that failed or that took too long.
 *
 * <p><b>Order of a caller's batches.</b> Every batch gets its timestamps when {@link #write} is called, above those of all
 * batches before. A store with several proxies goes by these, so that order holds whichever proxies batches go through,
 * and a batch that is repeated after a broken connection changes nothing that came after it. The embedded store ignores
 * them and applies batches as they come. It has exactly one proxy; all batches go there on one connection, which keeps
 * the order in which the Unis were subscribed to, and since there is no next node none is repeated: a repetition could
 * overtake a later batch there.
 *
 * <p>Every call ends when its deadline passes, with DEADLINE_EXCEEDED; the proxy and the store learn of the deadline, and
 * of a cancelled subscription. What a write that ended so did is not known. Failures are StatusRuntimeExceptions, see
 * {@link CallFailure}.
 */
@ApplicationScoped
public class StorageRouter {
    private final Peers<Storage> peers;
    private final Discovery discovery;
    private final Timestamps timestamps;

    @Inject
    public StorageRouter(Peers<Storage> peers, Discovery discovery, Timestamps timestamps) {
        this.peers = peers;
        this.discovery = discovery;
        this.timestamps = timestamps;
    }

    /** Rows of one partition, never older than a write that was acknowledged before the subscription. */
    public Uni<ReadReply> read(ReadRequest request, Duration deadline) {
        long key = PartitionKey.of(request).ringKey();
        return inTime(deadline, until -> atHomeOrNext(key, until, storage -> storage.read(request)));
    }

    /** A batch with timestamps above those of all batches before it. */
    public WriteRequest batch(List<Mutation> mutations) {
        return WriteRequest.newBuilder()
                .addAllMutations(mutations)
                .setTimestamp(timestamps.reserve(mutations.size()))
                .build();
    }

    /** As {@link #write(WriteRequest, Duration)}; subscribing again repeats the same batch with the same timestamps. */
    public Uni<WriteReply> write(List<Mutation> mutations, Duration deadline) {
        return write(batch(mutations), deadline);
    }

    /**
     * Writes all mutations of a {@link #batch} or none, none of them conditional; durable when the answer comes. What a failure means is
     * {@link WriteFailure}'s to say: a refusal after an attempt whose outcome is not known is not passed on as one.
     */
    public Uni<WriteReply> write(WriteRequest batch, Duration deadline) {
        long key = PartitionKey.of(batch.getMutations(0)).ringKey();
        return inTime(
                deadline,
                until -> atHomeOrNext(key, until, storage -> storage.write(batch), StorageRouter::firstIfRefused));
    }

    /** As {@link #writeConditional}. */
    public Uni<Boolean> writeIfAbsent(Mutation mutation, Duration deadline) {
        return writeConditional(batch(List.of(mutation)), deadline);
    }

    /**
     * Writes a {@link #batch} of one {@code if_absent} or {@code if_cells} upsert; false when its condition did not hold. When the
     * outcome of a first attempt is not known, a second one follows, and when that finds that the condition does not hold, a
     * read decides whether the row is as the first attempt would have left it: then the answer is true, as it is when somebody else
     * wrote exactly the same cells. So put something of the caller's own into the row.
     */
    public Uni<Boolean> writeConditional(WriteRequest request, Duration deadline) {
        long key = PartitionKey.of(request.getMutations(0)).ringKey();
        Claim claim = new Claim(request.getMutations(0));
        return inTime(deadline, until -> at(first(key), until)
                .write(request)
                .map(WriteReply::getApplied)
                .onFailure(StorageRouter::unreachable)
                .recoverWithUni(lost -> at(second(key), until)
                        .write(request)
                        .onFailure()
                        .transform(again -> firstIfRefused(lost, again))
                        .chain(reply -> reply.getApplied()
                                ? Uni.createFrom().item(true)
                                : atHomeOrNext(key, until, storage -> storage.read(claim.read()))
                                        .map(claim::isOurs))));
    }

    private <T> Uni<T> atHomeOrNext(long key, Until until, Function<Storage, Uni<T>> call) {
        return atHomeOrNext(key, until, call, (first, second) -> second);
    }

    /** @param failure what the caller hears when both attempts failed */
    private <T> Uni<T> atHomeOrNext(
            long key, Until until, Function<Storage, Uni<T>> call, BinaryOperator<Throwable> failure) {
        return Uni.createFrom().deferred(() -> {
            List<Node> order = order(key);
            Uni<T> attempt = call.apply(at(order.getFirst(), until));
            if (order.size() == 1) {
                return attempt;
            }
            return attempt.onFailure(StorageRouter::unreachable)
                    .recoverWithUni(first -> call.apply(at(order.get(1), until))
                            .onFailure()
                            .transform(second -> failure.apply(first, second)));
        });
    }

    private static Throwable firstIfRefused(Throwable first, Throwable second) {
        return WriteFailure.of(second).nothingWritten() ? first : second;
    }

    private static <T> Uni<T> inTime(Duration deadline, Function<Until, Uni<T>> call) {
        return Uni.createFrom()
                .deferred(() -> call.apply(Until.in(deadline)))
                .ifNoItem()
                .after(deadline)
                .failWith(() -> Status.DEADLINE_EXCEEDED
                        .withDescription("storage did not answer within " + deadline.toMillis() + " ms")
                        .asRuntimeException());
    }

    private Storage at(Node node, Until until) {
        return peers.at(node, until.left());
    }

    private Node first(long key) {
        return order(key).getFirst();
    }

    /** The next node, or the only one again. */
    private Node second(long key) {
        List<Node> order = order(key);
        return order.get(Math.min(1, order.size() - 1));
    }

    private List<Node> order(long key) {
        List<Node> order = Ring.order(discovery.nodes(Role.STORAGE_PROXY), key);
        if (order.isEmpty()) {
            throw Status.UNAVAILABLE.withDescription("no storage node is there").asRuntimeException();
        }
        return order;
    }

    private static boolean unreachable(Throwable failure) {
        return switch (CallFailure.of(failure)) {
            case UNSENT, UNREACHABLE -> true;
            case LATE, OVERLOADED, REFUSED, BROKEN -> false;
        };
    }
}
