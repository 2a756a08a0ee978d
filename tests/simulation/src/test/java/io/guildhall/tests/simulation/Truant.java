package io.guildhall.tests.simulation;

import io.guildhall.tests.simulation.engine.Engine;
import io.guildhall.tests.simulation.engine.Machine;
import io.guildhall.tests.simulation.engine.Watcher;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Does on a simulated machine what it is told to. Loaded by a {@link io.guildhall.tests.simulation.redirect.SimulatedLoader}. */
public final class Truant implements Function<String, String> {
    /** What was found out, or what came of it. */
    @Override
    public String apply(String what) {
        Engine engine = new Engine(1, Watcher.NOBODY);
        Machine machine = new Machine(engine, "machine", Duration.ZERO);
        AtomicReference<Object> result = new AtomicReference<>();
        engine.after(Duration.ZERO, machine, () -> result.set(act(what)));
        try {
            engine.run(Duration.ofSeconds(1), 100);
            return String.valueOf(result.get());
        } catch (IllegalStateException told) {
            return told.getMessage();
        }
    }

    private static Object act(String what) {
        return switch (what) {
            case "draws" -> ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
            case "draws gaussian" -> ThreadLocalRandom.current().nextGaussian();
            case "makes chance" -> new Random().nextInt();
            case "shuffles" -> {
                Collections.shuffle(List.of());
                yield "";
            }
            case "goes on elsewhere" -> CompletableFuture.completedFuture("").thenRunAsync(() -> {});
            case "makes a thread" -> new Thread(() -> {});
            case "streams side by side" -> List.of().parallelStream();
            case "asks for the day" -> LocalDate.now();
            case "asks for the date" -> new Date();
            case "measures the heap" -> Runtime.getRuntime().freeMemory();
            default -> throw new IllegalArgumentException(what);
        };
    }
}
