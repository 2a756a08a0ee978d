package io.guildhall.tests.simulation;

import io.guildhall.tests.simulation.engine.Engine;
import io.guildhall.tests.simulation.engine.MachineTimer;
import io.guildhall.tests.simulation.engine.Watcher;
import io.guildhall.tests.simulation.ledger.LedgerRun;
import io.guildhall.tests.simulation.town.OutageRun;
import io.guildhall.tests.simulation.town.TownRun;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** What becomes of a seed. Loaded by a {@link io.guildhall.tests.simulation.redirect.SimulatedLoader}; asked through {@link Seeds}. */
public final class Simulation implements BiFunction<String, Long, List<String>> {
    public Simulation() {
        Infrastructure.setDefaultExecutor(
                new MachineTimer(() -> Engine.current().running()), false);
        // A stream whose reader has left ends in nothing.
        Infrastructure.setDroppedExceptionHandler(failure -> {});
    }

    /** The steps taken, their fingerprint, and a line for each broken promise. */
    @Override
    public List<String> apply(String kind, Long seed) {
        Engine engine = new Engine(seed, Watcher.NOBODY);
        List<String> violations = run(kind, engine);
        return Stream.concat(
                        Stream.of(Long.toString(engine.steps()), Long.toHexString(engine.fingerprint())),
                        violations.stream())
                .toList();
    }

    static List<String> run(String kind, Engine engine) {
        Scenario scenario =
                switch (Kind.valueOf(kind)) {
                    case LEDGER -> new LedgerRun(engine);
                    case TOWN -> new TownRun(engine);
                    case OUTAGE -> new OutageRun(engine);
                };
        try {
            return scenario.run();
        } catch (RuntimeException broken) {
            return List.of(broken.toString());
        }
    }
}
