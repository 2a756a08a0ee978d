package io.guildhall.guild.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.state.LastMessages;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.PrivateChannel;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.PrivateChannels;
import io.guildhall.model.table.catalogue.Users;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;

/** A user's private channels as READY lists them. Reads the store for each: only outside the mailbox. */
@Singleton
public final class PrivateChannelList {
    /** In the order of the ids; channels and users that are gone are left out. */
    ArrayNode of(long userId, Collection<Long> channels, StorageFacade storage) {
        ArrayNode list = Json.array();
        for (long channel : channels) {
            storage.row(PrivateChannels.TABLE, channel)
                    .map(row -> payload(userId, LastMessages.upToDate(row, storage), storage))
                    .ifPresent(found -> list.add(Json.<JsonNode>tree(found)));
        }
        return list;
    }

    private static PrivateChannel payload(long userId, RowView row, StorageFacade storage) {
        List<User> recipients = row.get(PrivateChannels.RECIPIENTS, List.of()).stream()
                .filter(recipient -> recipient != userId)
                .flatMap(recipient -> storage.row(Users.TABLE, recipient).stream())
                .map(User::from)
                .toList();
        return new PrivateChannel(
                Snowflake.format(row.get(PrivateChannels.CHANNEL_ID)),
                row.get(PrivateChannels.TYPE, 1L).intValue(),
                row.find(PrivateChannels.LAST_MESSAGE_ID).map(Snowflake::format).orElse(null),
                Json.timestampOrNull(row.get(PrivateChannels.LAST_PIN_AT)),
                0,
                recipients,
                row.get(PrivateChannels.NAME),
                row.get(PrivateChannels.ICON),
                row.find(PrivateChannels.OWNER_ID).map(Snowflake::format).orElse(null));
    }
}
