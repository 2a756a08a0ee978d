package io.guildhall.eventlog;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** The event log, in which owners publish what search and others read. */
@ConfigMapping(prefix = "guildhall.event-log")
public interface EventLogConfig {
    /** Whether this node's owners publish. Without, they make no facts for it. */
    boolean enabled();

    /** Kafka's, as HOST:PORT, separated by commas. */
    String servers();

    /** Kafka's topic. It is made when it is missing and the servers allow it. */
    String topic();

    /** The kinds of facts that are published. */
    @WithDefault("messages")
    Set<String> facts();

    /** Of a topic that is made: so many can read at one time. */
    @WithDefault("32")
    int partitions();

    /** Copies of each partition of a topic that is made; -1: as the servers' own default has it. */
    @WithDefault("-1")
    short copies();

    /** How long records of a topic that is made are kept, so long may those who read be away. */
    @WithDefault("168h")
    Duration retention();

    /** Bytes that may be under way to the servers; what does not fit stays in the owners' logs. Below the client's own buffer of 32 MiB. */
    @WithDefault("16777216")
    long mostBytes();

    /** The pause before what failed is tried again. */
    @WithDefault("1s")
    Duration pause();
}
