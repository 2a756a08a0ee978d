package io.guildhall.guild.kernel.log;

import io.guildhall.model.table.catalogue.ActorLog;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** What an actor's log holds beside events, each kind read on its own. */
enum LogLane {
    MESSAGES(1, ActorLog.LIFETIME),
    FACTS(2, Duration.ofDays(7)),
    /** Messages that their targets fail to handle, for an operator to look at. Nobody reads them. */
    ASIDE(3, ActorLog.LIFETIME);

    private final long number;
    private final Duration lifetime;

    LogLane(long number, Duration lifetime) {
        this.number = number;
        this.lifetime = lifetime;
    }

    static Optional<LogLane> of(long number) {
        return Arrays.stream(values()).filter(lane -> lane.number == number).findFirst();
    }

    /** As the store knows it. */
    long number() {
        return number;
    }

    /** How long an entry waits for its reader at most. */
    Duration lifetime() {
        return lifetime;
    }
}
