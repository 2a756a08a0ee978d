package io.guildhall.search.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The event log that is read; the keys are those with which owners publish in it. */
@ConfigMapping(prefix = "guildhall.event-log")
public interface LogConfig {
    /** Kafka's, as HOST:PORT, separated by commas. */
    @WithDefault("localhost:9092")
    String servers();

    /** Kafka's topic. What waits for a cell lies in topics of this name with .waiting. and the cell's name behind it. */
    @WithDefault("guildhall.facts")
    String topic();

    /** Of a topic that is made for what waits: so many nodes can bring it in at one time. */
    @WithDefault("8")
    int waitingPartitions();

    /** Copies of each partition of such a topic; -1: as the servers' own default has it. */
    @WithDefault("-1")
    short copies();

    /** How long records of such a topic are kept, so long may a cell be away without being made anew. */
    @WithDefault("168h")
    Duration retention();

    /** The pause before what failed is tried again. */
    @WithDefault("1s")
    Duration pause();
}
