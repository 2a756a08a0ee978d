package io.guildhall.tests.simulation;

import java.util.List;

/** One run of one seed. */
public interface Scenario {
    /** What was broken of the promises; empty when all were kept. */
    List<String> run();
}
