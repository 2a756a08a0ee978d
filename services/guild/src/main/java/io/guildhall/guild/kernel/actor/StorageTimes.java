package io.guildhall.guild.kernel.actor;

import io.guildhall.observability.Metrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** How long owners wait for the store, attempts that failed among them. */
public final class StorageTimes {
    private final Timer reads;
    private final Timer writes;

    public StorageTimes(MeterRegistry registry) {
        reads = timer(registry, "read");
        writes = timer(registry, "write");
    }

    private static Timer timer(MeterRegistry registry, String call) {
        return Metrics.hop(registry, StorageTimes.class, "storage", "Calls to the store by owners", "call", call);
    }

    <T> T read(Supplier<T> read) {
        return reads.record(read);
    }

    CompletionStage<?> write(Supplier<? extends CompletionStage<?>> write) {
        long began = System.nanoTime();
        return write.get()
                .whenComplete((reply, failure) -> writes.record(System.nanoTime() - began, TimeUnit.NANOSECONDS));
    }

    boolean writeConditional(BooleanSupplier write) {
        return writes.record(write);
    }
}
