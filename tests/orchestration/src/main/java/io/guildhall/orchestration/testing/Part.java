package io.guildhall.orchestration.testing;

import io.guildhall.orchestration.commandline.Refusal;
import java.util.Arrays;
import java.util.Locale;

/** What of everything is tested. */
public enum Part {
    ALL,
    UNIT,
    CHART,
    STANDALONE,
    WEB,
    PUSH,
    /** Bots that talk to each other. */
    VOICE,
    CLIENTS,
    /** Whole bots that other people wrote. */
    BOTS,
    STACK,
    FAILOVER,
    /** Messages that are indexed in a real Elasticsearch through a real Kafka; alone, also what the modules test with these. */
    SEARCH,
    /** The modules' tests that take longer than anybody waits for each time; not among all. */
    LONG,
    /** What runs as a native executable: the stack and its failover. */
    PROCESSES,
    /** The clients' suites against an instance that somebody else started. */
    AGAINST;

    /** @throws Refusal for a word that names none that a person may choose */
    static Part named(String word) {
        return Arrays.stream(values())
                .filter(part ->
                        part.isChosen() && part.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "test --only unit, chart, standalone, web, push, voice, clients, bots, stack, failover,"
                                + " search or long"));
    }

    private boolean isChosen() {
        return this != PROCESSES && this != AGAINST;
    }

    boolean includes(Part other) {
        return switch (this) {
            case ALL -> other != AGAINST && other != LONG;
            case PROCESSES -> other == STACK || other == FAILOVER;
            case UNIT, CHART, STANDALONE, WEB, PUSH, VOICE, CLIENTS, BOTS, STACK, FAILOVER, SEARCH, LONG, AGAINST ->
                other == this;
        };
    }

    /** Whether it takes clients: suites of Node.js and of the tests module. */
    boolean needsClients() {
        return this != UNIT && this != CHART && this != LONG;
    }
}
