package io.guildhall.guild.user;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.state.PrivateChannelPayloads;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.catalogue.PrivateChannels;
import jakarta.inject.Singleton;
import java.util.Collection;

/** A user's private channels as READY lists them. Reads the store for each: only outside the mailbox. */
@Singleton
public final class PrivateChannelList {
    /** In the order of the ids; channels and users that are gone are left out. */
    ArrayNode of(long userId, Collection<Long> channels, StorageFacade storage) {
        ArrayNode list = Json.array();
        for (long channel : channels) {
            storage.row(PrivateChannels.TABLE, channel)
                    .ifPresent(row -> list.add(PrivateChannelPayloads.read(row, storage, userId)));
        }
        return list;
    }
}
