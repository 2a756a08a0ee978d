package io.guildhall.orchestration.testing;

import io.guildhall.orchestration.suite.Tally;

/** What a test run is made of. Each says how its suites ended; the reports say what came of their tests. */
public interface Phases {
    /** The native executables. */
    void buildExecutables();

    /** The chart's checks and the modules' tests, side by side since neither keeps two processors busy. */
    Tally chartAndModules();

    Tally chart();

    Tally modules();

    /** The modules' tests that {@link #modules} leaves out since they take long. */
    Tally longModules();

    /** What all clients' suites need. */
    void prepareClients();

    /** @param part which of its suites: those of clients, the web client's, or both */
    Tally standalone(Part part);

    /** Processes of its own, which it kills. */
    Tally push();

    /** A process of its own, behind TLS. */
    Tally voice();

    Tally libraries();

    /** Whole bots, each led through everything that it can do. */
    Tally bots();

    /** @param part which of its suites: those of clients, its failover, or both */
    Tally stack(Part part);

    /** The clients' searches against a stack of its own, with Kafka and a cell. */
    Tally search();

    /** What the modules test with a real Kafka and real cells. */
    Tally searchModules();

    Tally against(String url);

    /** The REST answers that were recorded, when there are some. */
    Tally recordedAnswers();

    /** @param modules whether the modules' tests count */
    Tally reports(boolean modules);
}
