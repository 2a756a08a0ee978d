package io.guildhall.gateway.ending;

import io.guildhall.gateway.lifecycle.SessionRegistry;
import io.guildhall.observability.process.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * Gives back what a burst of logins left in the heap. For a minute a login holds many times what its session holds later: its guilds, until
 * the client has said that it has them. The serial collector, which is the only one of native executables, gives memory back when it
 * collects the whole heap, and where sessions idle it has no reason to. So one collection is asked for when logins have stopped. It holds
 * this process up for about a millisecond for each MiB that lives; where logins never stop, none is asked for.
 */
@ApplicationScoped
public class MemoryReturn {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);
    /** With so many sessions, a login's share is more than what a process has beside its heap. */
    private static final int BURST = 1_000;

    private static final int QUIET_LOOKS = 2;

    private final Rounds rounds;

    MemoryReturn(SessionRegistry registry) {
        LoginBursts bursts = new LoginBursts(BURST, QUIET_LOOKS);
        this.rounds = Rounds.every(BETWEEN_LOOKS, "memory-return", () -> {
            if (bursts.over(registry.lanes().begun())) {
                System.gc();
            }
        });
    }

    void start(@Observes StartupEvent event) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.stop();
    }
}
