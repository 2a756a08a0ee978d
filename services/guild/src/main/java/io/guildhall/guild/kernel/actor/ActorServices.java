package io.guildhall.guild.kernel.actor;

import io.guildhall.guild.kernel.audience.RelayLinks;
import io.guildhall.guild.kernel.log.Logs;
import io.guildhall.model.cluster.Discovery;
import java.time.Clock;

/** What all actors of a node share. */
public record ActorServices(
        StorageFacade storage,
        Discovery discovery,
        RelayLinks links,
        ActorCommands owners,
        Logs logs,
        EpochClaim epochs,
        ActorLimits limits,
        Clock clock) {}
