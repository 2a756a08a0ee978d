package io.guildhall.standalone;

import io.guildhall.gateway.GatewayNodeService;
import io.guildhall.guild.GuildOwnerService;
import io.guildhall.model.cluster.Peers;
import io.guildhall.model.rpc.GatewayNode;
import io.guildhall.model.rpc.GuildOwner;
import io.guildhall.model.rpc.Relay;
import io.guildhall.model.rpc.Storage;
import io.guildhall.model.rpc.StorageFencing;
import io.guildhall.model.rpc.VoiceNode;
import io.guildhall.relay.RelayService;
import io.guildhall.storage.StorageService;
import io.guildhall.voice.server.VoiceNodeService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** The transport inside one process: whoever asks for a node's client gets the service itself. */
@ApplicationScoped
public class LocalPeers {
    @Produces
    @ApplicationScoped
    Peers<GuildOwner> guilds(GuildOwnerService service) {
        return node -> service;
    }

    @Produces
    @ApplicationScoped
    Peers<Relay> relays(RelayService service) {
        return node -> service;
    }

    @Produces
    @ApplicationScoped
    Peers<GatewayNode> gateways(GatewayNodeService service) {
        return node -> service;
    }

    @Produces
    @ApplicationScoped
    Peers<Storage> storages(StorageService service) {
        return node -> service;
    }

    @Produces
    @ApplicationScoped
    Peers<StorageFencing> fencing(StorageService service) {
        return node -> service;
    }

    @Produces
    @ApplicationScoped
    Peers<VoiceNode> voices(VoiceNodeService service) {
        return node -> service;
    }
}
