package io.guildhall.guild.privatechannel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.state.PrivateChannelPayloads;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.UserOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.catalogue.PrivateChannels;
import jakarta.inject.Singleton;
import java.util.List;

/** The private channels on the caller's list. Bots get none, however many they have. */
@Singleton
public final class ListPrivateChannels implements UserOperation {
    @Override
    public Operation operation() {
        return UserOperations.LIST_PRIVATE_CHANNELS;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        List<Long> channels = user.isBot() ? List.of() : List.copyOf(user.privateChannels());
        StorageFacade storage = user.context().freeStorage();
        long viewer = user.id();
        return Reply.later(() -> Reply.json(read(storage, channels, viewer)));
    }

    private static ArrayNode read(StorageFacade storage, List<Long> channels, long viewer) {
        ArrayNode list = Json.array();
        for (long channelId : channels) {
            storage.row(PrivateChannels.TABLE, channelId)
                    .ifPresent(row -> list.add(PrivateChannelPayloads.read(row, storage, viewer)));
        }
        return list;
    }
}
