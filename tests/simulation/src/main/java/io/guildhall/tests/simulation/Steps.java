package io.guildhall.tests.simulation;

import io.guildhall.tests.simulation.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Every step of a seed's run, a line each, loaded and asked as {@link Simulation} is. */
public final class Steps implements BiFunction<String, Long, List<String>> {
    private static final int COMMON_STEPS = 5;

    @Override
    public List<String> apply(String kind, Long seed) {
        List<String> steps = new ArrayList<>();
        Simulation.run(kind, new Engine(seed, steps::add));
        return steps;
    }

    /** The first step in which two runs differ, with some before it; empty when they do not. */
    static String parting(List<String> one, List<String> other) {
        int shorter = Math.min(one.size(), other.size());
        int step = 0;
        while (step < shorter && one.get(step).equals(other.get(step))) {
            step++;
        }
        if (step == one.size() && step == other.size()) {
            return "";
        }
        List<String> lines = new ArrayList<>(one.subList(Math.max(0, step - COMMON_STEPS), step));
        lines.add("step " + step + " of one: " + (step < one.size() ? one.get(step) : "none"));
        lines.add("step " + step + " of the other: " + (step < other.size() ? other.get(step) : "none"));
        return String.join("\n", lines);
    }
}
