package io.guildhall.tests.simulation;

import io.guildhall.tests.simulation.redirect.Defect;
import io.guildhall.tests.simulation.redirect.SimulatedLoader;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Runs seeds on classes of their own, in which everything is virtual. */
public final class Seeds {
    private final ClassLoader loader;
    private final BiFunction<String, Long, List<String>> simulation;
    private final BiFunction<String, Long, List<String>> steps;

    public Seeds() {
        this(Optional.empty());
    }

    /** @param defect what is deliberately broken */
    public Seeds(Optional<Defect> defect) {
        loader = new SimulatedLoader(defect);
        simulation = simulated(() -> load(Simulation.class));
        steps = simulated(() -> load(Steps.class));
    }

    /** Runs the seed; the same seed ends the same way, in any process. */
    public Verdict run(Kind kind, long seed) {
        List<String> lines = simulated(() -> simulation.apply(kind.name(), seed));
        return new Verdict(
                kind,
                seed,
                lines.subList(2, lines.size()),
                Long.parseLong(lines.getFirst()),
                Long.parseUnsignedLong(lines.get(1), 16));
    }

    /** Every step of the seed, a line each. */
    List<String> steps(Kind kind, long seed) {
        return simulated(() -> steps.apply(kind.name(), seed));
    }

    @SuppressWarnings("unchecked")
    private BiFunction<String, Long, List<String>> load(Class<?> type) {
        try {
            return (BiFunction<String, Long, List<String>>)
                    Class.forName(type.getName(), true, loader).getConstructor().newInstance();
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Libraries look for their parts by way of the thread. */
    private <T> T simulated(Supplier<T> action) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return action.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
