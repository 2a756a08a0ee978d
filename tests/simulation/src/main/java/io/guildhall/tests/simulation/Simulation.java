package io.guildhall.tests.simulation;

import io.guildhall.tests.simulation.engine.Engine;
import io.guildhall.tests.simulation.engine.MachineTimer;
import io.guildhall.tests.simulation.ledger.LedgerRun;
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
        Scenario scenario =
                switch (Kind.valueOf(kind)) {
                    case LEDGER -> new LedgerRun(seed);
                    case TOWN -> new TownRun(seed);
                };
        List<String> violations;
        try {
            violations = scenario.run();
        } catch (RuntimeException broken) {
            violations = List.of(broken.toString());
        }
        return Stream.concat(
                        Stream.of(Long.toString(scenario.steps()), Long.toHexString(scenario.fingerprint())),
                        violations.stream())
                .toList();
    }
}
