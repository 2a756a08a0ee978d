package io.guildhall.guild.actor;

import io.guildhall.guild.audience.RelayLinks;
import io.guildhall.model.cluster.Discovery;
import java.time.Clock;
import java.util.function.LongFunction;

/**
 * What all actors of a node share.
 *
 * @param storage the store as the actor with this id uses it
 */
public record ActorServices(
        LongFunction<StorageFacade> storage,
        Discovery discovery,
        RelayLinks links,
        Owners owners,
        Tells tells,
        EpochClaim epochs,
        ActorLimits limits,
        Clock clock) {}
