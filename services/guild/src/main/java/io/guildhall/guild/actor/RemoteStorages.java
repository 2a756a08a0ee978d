package io.guildhall.guild.actor;

import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Peers;
import io.guildhall.model.rpc.Storage;
import java.time.Duration;

/** Gives each actor its way to the store. */
public record RemoteStorages(Peers<Storage> peers, Discovery discovery, Duration timeout) {
    public StorageFacade of(long actorId) {
        return new RemoteStorage(peers, discovery, actorId, timeout);
    }
}
