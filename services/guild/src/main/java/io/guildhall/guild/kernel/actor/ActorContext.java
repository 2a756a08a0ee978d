package io.guildhall.guild.kernel.actor;

import io.guildhall.guild.kernel.audience.Audience;
import io.guildhall.model.rpc.ActorKey;

/**
 * What one actor's behaviour works with.
 *
 * @param storage reads for handlers; they show all that earlier commands collected, written by now or not
 * @param freeStorage reads that wait for nothing, for use outside the mailbox ({@link Reply#later})
 * @param audience read only, change it through {@link Changes}
 * @param epoch the epoch in which this state was loaded
 */
public record ActorContext(
        ActorKey key,
        long epoch,
        StorageFacade storage,
        StorageFacade freeStorage,
        Audience audience,
        ActorCommands owners) {}
