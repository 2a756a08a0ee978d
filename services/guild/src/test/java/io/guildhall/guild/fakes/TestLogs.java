package io.guildhall.guild.fakes;

import io.guildhall.guild.kernel.actor.ActorCommands;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.kernel.log.LogMeters;
import io.guildhall.guild.kernel.log.Logs;
import io.guildhall.guild.kernel.log.Overdue;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Logs that lose no time. */
public final class TestLogs {
    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("test-log").factory());

    private TestLogs() {}

    public static Logs of(StorageFacade storage, ActorCommands owners, Clock clock) {
        return new Logs(
                storage::read,
                owners::execute,
                Overdue.NOBODY_WAITS,
                Optional.empty(),
                Duration.ofMillis(1),
                Duration.ofMillis(5),
                Thread::startVirtualThread,
                TIMER,
                clock,
                new LogMeters(new SimpleMeterRegistry()));
    }
}
