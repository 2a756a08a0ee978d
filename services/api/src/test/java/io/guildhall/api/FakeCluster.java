package io.guildhall.api;

import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Peers;
import io.guildhall.model.rpc.GuildOwner;
import io.guildhall.model.rpc.Storage;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** A cluster in one process, made of fakes. */
@Singleton
public class FakeCluster {
    @Produces
    @Singleton
    FakeOwner owner = new FakeOwner();

    @Produces
    @Singleton
    FakeStorage storage = new FakeStorage();

    @Produces
    @Singleton
    Discovery discovery() {
        return StaticDiscovery.oneProcess("ws://127.0.0.1:1/gateway");
    }

    @Produces
    @Singleton
    Peers<GuildOwner> owners(FakeOwner fake) {
        return node -> fake;
    }

    @Produces
    @Singleton
    Peers<Storage> storages(FakeStorage fake) {
        return node -> fake;
    }
}
