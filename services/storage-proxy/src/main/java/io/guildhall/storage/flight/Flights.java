package io.guildhall.storage.flight;

import io.guildhall.model.partition.PartitionKey;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.observability.process.Guard;
import io.guildhall.storage.store.Store;
import io.guildhall.storage.store.StoreException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * Lets equal reads that run at the same time share one read of the store.
 *
 * <p>A write ends the sharing of its partitions, here and at every other node where they are shared, before it is
 * acknowledged: flights that are under way still answer those who are aboard, but a read that begins after the
 * acknowledgement starts a new one. So no read returns data older than a write that was acknowledged before the read
 * began.
 *
 * <p>Reads of partitions that meet elsewhere, of whose writes nobody tells this node, never join a flight that has begun.
 * While one flies, those that come wait together for the next, which begins after they came and is fresh whoever wrote:
 * a crowd makes two reads of the store instead of one.
 *
 * <p>Everything is bounded ({@link FlightLimits}): the reads of the store, the callers that wait for them, and how long
 * they wait. A store that gets slow so makes readers fail early, and never makes this process grow.
 */
public final class Flights {
    private final Store store;
    private final Sharing sharing;
    private final FlightLimits limits;
    private final FlightObserver observer;
    private final Alarms alarms;
    private final LongSupplier nanoTime;
    private final Map<PartitionKey, PartitionFlights> partitions = new ConcurrentHashMap<>();
    private final AtomicInteger inAll = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger ending = new AtomicInteger();

    public Flights(Store store, Sharing sharing, FlightLimits limits, FlightObserver observer) {
        this(store, sharing, limits, observer, AlarmThread.INSTANCE, System::nanoTime);
    }

    Flights(
            Store store,
            Sharing sharing,
            FlightLimits limits,
            FlightObserver observer,
            Alarms alarms,
            LongSupplier nanoTime) {
        this.store = store;
        this.sharing = sharing;
        this.limits = limits;
        this.observer = observer;
        this.alarms = alarms;
        this.nanoTime = nanoTime;
    }

    /**
     * The rows. A caller that does not want them any more cancels the future; when the last one has done so, the store's
     * read is cancelled. Fails with a {@link LateFlightException} when the store takes too long.
     *
     * @throws TooManyFlightsException when a bound is reached
     */
    public CompletableFuture<ReadReply> read(ReadRequest request) {
        PartitionKey key = PartitionKey.of(request);
        Passenger passenger = new Passenger(this::leave);
        AtomicReference<Boarding> boarding = new AtomicReference<>(Boarding.FULL_OF_CALLERS);
        if (waiting.incrementAndGet() <= limits.waiting()) {
            partitions.compute(key, (ignored, known) -> {
                PartitionFlights partition = known == null ? new PartitionFlights() : known;
                boarding.set(board(passenger, request, key, partition));
                return partition.running() == 0 ? null : partition;
            });
        }
        switch (boarding.get()) {
            case TAKES_OFF -> takeOff(passenger.flight());
            case WAITS -> {
                // Counted when it begins.
            }
            case JOINED -> observer.joined();
            case FULL_PARTITION, FULL, FULL_FLIGHT, FULL_OF_CALLERS -> {
                waiting.decrementAndGet();
                observer.shed();
                throw new TooManyFlightsException(boarding.get().sentence());
            }
        }
        return passenger;
    }

    /** Writes, and ends the sharing of the written partitions everywhere before the result is known to anyone. */
    public CompletableFuture<WriteReply> write(WriteRequest request) {
        Set<PartitionKey> written = new LinkedHashSet<>();
        for (Mutation mutation : request.getMutationsList()) {
            written.add(PartitionKey.of(mutation));
        }
        if (ending.get() >= limits.waiting()) {
            return CompletableFuture.failedFuture(
                    new TooManyFlightsException("Too many writes wait for other nodes; try again later."));
        }
        CompletableFuture<WriteReply> result = new CompletableFuture<>();
        writing(request).whenComplete((reply, failure) -> {
            try {
                ended(written, failure).thenRun(() -> settle(result, reply, failure));
            } catch (Throwable broken) {
                Guard.PROCESS.check(broken);
                result.completeExceptionally(broken);
            }
        });
        return result;
    }

    /** A write that failed may have happened: whoever then reads what became of it must not read from before. */
    private CompletableFuture<Void> ended(Set<PartitionKey> written, Throwable failure) {
        if (failure instanceof StoreException refused && refused.nothingWasDone()) {
            return CompletableFuture.completedFuture(null);
        }
        endSharing(written);
        CompletableFuture<Void> elsewhere = sharing.end(written);
        if (!elsewhere.isDone()) {
            ending.incrementAndGet();
            return elsewhere.whenComplete((nothing, never) -> ending.decrementAndGet());
        }
        return elsewhere;
    }

    /** Reads of these partitions that begin after this call share nothing with reads that began before it. */
    public void endSharing(Set<PartitionKey> written) {
        for (PartitionKey key : written) {
            partitions.computeIfPresent(key, (ignored, partition) -> {
                partition.endSharing();
                return partition;
            });
        }
    }

    /** Flights under way, shared or not. */
    public int running() {
        return inAll.get();
    }

    /** Callers that wait for flights. */
    public int waiting() {
        return waiting.get();
    }

    private void takeOff(Flight flight) {
        observer.started();
        if (flight.alone()) {
            observer.alone();
        }
        CompletableFuture<ReadReply> reading = reading(flight.request());
        flight.reads(reading);
        Runnable callOff = reading.isDone()
                ? () -> {}
                : alarms.set(limits.deadline(), () -> {
                    if (land(flight, null, new LateFlightException())) {
                        observer.late();
                        flight.abandon();
                    }
                });
        reading.whenComplete((reply, failure) -> {
            callOff.run();
            land(flight, reply, failure);
        });
    }

    /** A store that throws where it should answer may have written, like one that fails. */
    private CompletableFuture<WriteReply> writing(WriteRequest request) {
        try {
            return store.write(request);
        } catch (Throwable broken) {
            Guard.PROCESS.check(broken);
            return CompletableFuture.failedFuture(broken);
        }
    }

    /** A store that throws where it should answer fails the flight like one that answers so. */
    private CompletableFuture<ReadReply> reading(ReadRequest request) {
        try {
            return store.read(request);
        } catch (Throwable broken) {
            Guard.PROCESS.check(broken);
            return CompletableFuture.failedFuture(broken);
        }
    }

    private Boarding board(Passenger passenger, ReadRequest request, PartitionKey key, PartitionFlights partition) {
        long period = sharing.period(key);
        long now = nanoTime.getAsLong();
        Flight joining = period == Sharing.ELSEWHERE ? partition.gathering(request) : partition.shared(request);
        if (joining != null && joining.joinable(period, now, limits.deadline().toNanos())) {
            if (joining.aboard().size() >= limits.aboard()) {
                return Boarding.FULL_FLIGHT;
            }
            passenger.board(joining);
            return Boarding.JOINED;
        }
        if (partition.running() >= limits.perPartition()) {
            return Boarding.FULL_PARTITION;
        }
        if (inAll.incrementAndGet() > limits.inAll()) {
            inAll.decrementAndGet();
            return Boarding.FULL;
        }
        Flight own = new Flight(key, request, period, now);
        passenger.board(own);
        return partition.begin(own) ? Boarding.TAKES_OFF : Boarding.WAITS;
    }

    private void leave(Passenger passenger) {
        Flight flight = passenger.flight();
        AtomicReference<Ending> ending = new AtomicReference<>();
        partitions.computeIfPresent(flight.partition(), (ignored, partition) -> {
            if (flight.aboard().remove(passenger)) {
                waiting.decrementAndGet();
                observer.left();
                if (flight.aboard().isEmpty()) {
                    ending.set(end(flight, partition, List.of()));
                }
            }
            return partition.running() == 0 ? null : partition;
        });
        if (ending.get() != null) {
            if (flight.abandon()) {
                observer.cancelled();
            }
            ending.get().next().ifPresent(this::takeOff);
        }
    }

    /** Answers everybody aboard; false when the flight was over before. */
    private boolean land(Flight flight, ReadReply reply, Throwable failure) {
        AtomicReference<Ending> ending = new AtomicReference<>();
        partitions.computeIfPresent(flight.partition(), (ignored, partition) -> {
            if (!flight.aboard().isEmpty()) {
                List<Passenger> arrived = List.copyOf(flight.aboard());
                flight.aboard().clear();
                waiting.addAndGet(-arrived.size());
                ending.set(end(flight, partition, arrived));
            }
            return partition.running() == 0 ? null : partition;
        });
        if (ending.get() == null) {
            return false;
        }
        ending.get().next().ifPresent(this::takeOff);
        ending.get().arrived().forEach(passenger -> settle(passenger, reply, failure));
        return true;
    }

    private static <T> void settle(CompletableFuture<T> result, T reply, Throwable failure) {
        if (failure == null) {
            result.complete(reply);
        } else {
            result.completeExceptionally(failure);
        }
    }

    private Ending end(Flight flight, PartitionFlights partition, List<Passenger> arrived) {
        inAll.decrementAndGet();
        return new Ending(arrived, partition.end(flight));
    }

    /** What follows the end of a flight. */
    private record Ending(List<Passenger> arrived, Optional<Flight> next) {}
}
