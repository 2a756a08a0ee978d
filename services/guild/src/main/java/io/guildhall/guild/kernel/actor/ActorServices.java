package io.guildhall.guild.kernel.actor;

import io.guildhall.guild.kernel.audience.RelayLinks;
import io.guildhall.model.cluster.Discovery;
import java.time.Clock;

/** What all actors of a node share. */
public record ActorServices(
        StorageFacade storage,
        Discovery discovery,
        RelayLinks links,
        Owners owners,
        Tells tells,
        EpochClaim epochs,
        ActorLimits limits,
        Clock clock) {}
