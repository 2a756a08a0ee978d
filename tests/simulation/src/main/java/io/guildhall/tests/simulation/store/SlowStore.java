package io.guildhall.tests.simulation.store;

import io.guildhall.model.rpc.Fence;
import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ActorEpochs;
import io.guildhall.storage.fencing.EpochGuard;
import io.guildhall.storage.fencing.FencedActor;
import io.guildhall.storage.store.Store;
import io.guildhall.storage.store.StoreException;
import io.guildhall.tests.simulation.engine.Engine;
import io.guildhall.tests.simulation.engine.Machine;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/**
 * The cluster as one proxy reaches it: with delays, sometimes long ones, with answers that are lost although the write took place or still
 * will, and with failures before anything took place. As with a real cluster, owners' epochs are held against their writes at the proxy.
 */
public final class SlowStore implements Store {
    private static final Duration DEADLINE = Duration.ofMillis(4_500);
    /** As is set by default for real clusters. */
    private static final Duration TRUST = Duration.ofSeconds(2);

    private static final long LONGEST_AFTERMATH_NANOS = Duration.ofSeconds(15).toNanos();

    private final Cluster cluster;
    private final Weather weather;
    private final Acknowledgements acknowledgements;
    private final Machine world;
    private final Machine machine;
    private final Engine engine;
    private final EpochGuard guard;

    /** @param listing as {@link io.guildhall.storage.fencing.Listing} */
    public SlowStore(
            Cluster cluster,
            Weather weather,
            Acknowledgements acknowledgements,
            Machine world,
            Machine machine,
            LongSupplier listing) {
        this.cluster = cluster;
        this.weather = weather;
        this.acknowledgements = acknowledgements;
        this.world = world;
        this.machine = machine;
        this.engine = machine.engine();
        this.guard = new EpochGuard(this::epoch, TRUST, engine::now, listing);
    }

    @Override
    public CompletableFuture<ReadReply> read(ReadRequest request) {
        CompletableFuture<ReadReply> answer = new CompletableFuture<>();
        if (weather.fails()) {
            fail(answer, weather.delay(), StoreException.Reason.UNAVAILABLE);
            return answer;
        }
        long there = weather.delay();
        long back = weather.delay();
        engine.after(Duration.ofNanos(there), world, () -> {
            ReadReply rows =
                    ReadReply.newBuilder().addAllRows(cluster.read(request)).build();
            engine.after(Duration.ofNanos(back), machine, () -> machine.start(() -> answer.complete(rows)));
        });
        timeOut(answer, there + back);
        return answer;
    }

    @Override
    public CompletableFuture<WriteReply> write(WriteRequest request) {
        return guard.write(request, () -> send(request)).thenApply(reply -> {
            if (request.hasFence()) {
                acknowledgements.acknowledged(machine.name(), request.getFence());
            }
            return reply;
        });
    }

    @Override
    public CompletableFuture<Duration> claimed(Fence fence) {
        return guard.claimed(fence);
    }

    private CompletableFuture<OptionalLong> epoch(FencedActor actor) {
        return read(Read.row(ActorEpochs.TABLE, actor.kind(), actor.id()))
                .thenApply(reply -> reply.getRowsList().stream()
                        .mapToLong(row -> new RowView(ActorEpochs.TABLE, row).get(ActorEpochs.EPOCH))
                        .findFirst());
    }

    private CompletableFuture<WriteReply> send(WriteRequest request) {
        CompletableFuture<WriteReply> answer = new CompletableFuture<>();
        if (weather.fails()) {
            // Some replica may have it, and give it to the others later.
            if (engine.random().nextBoolean()) {
                engine.after(
                        Duration.ofNanos(engine.random().nextLong(LONGEST_AFTERMATH_NANOS)),
                        world,
                        () -> cluster.apply(request));
            }
            fail(answer, weather.delay(), StoreException.Reason.UNAVAILABLE);
            return answer;
        }
        long there = weather.delay();
        long back = weather.delay();
        engine.after(Duration.ofNanos(there), world, () -> {
            WriteReply reply =
                    WriteReply.newBuilder().setApplied(cluster.apply(request)).build();
            engine.after(Duration.ofNanos(back), machine, () -> machine.start(() -> answer.complete(reply)));
        });
        timeOut(answer, there + back);
        return answer;
    }

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public void close() {}

    private void timeOut(CompletableFuture<?> answer, long expected) {
        if (expected > DEADLINE.toNanos()) {
            fail(answer, DEADLINE.toNanos(), StoreException.Reason.TIMED_OUT);
        }
    }

    private void fail(CompletableFuture<?> answer, long after, StoreException.Reason reason) {
        engine.after(
                Duration.ofNanos(after),
                machine,
                () -> machine.start(
                        () -> answer.completeExceptionally(new StoreException(reason, "as the seed says"))));
    }
}
