package io.guildhall.guild.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.payload.GroupChannel;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.PrivateChannel;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.PrivateChannels;
import io.guildhall.model.table.catalogue.Users;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** A private channel as one of its participants sees it. */
public final class PrivateChannelPayloads {
    private PrivateChannelPayloads() {}

    /** A tree: a channel of two, or one of a group, which says more. */
    public static ObjectNode of(RowView row, Map<Long, User> participants, long viewer) {
        String id = Snowflake.format(row.get(PrivateChannels.CHANNEL_ID));
        int type = row.get(PrivateChannels.TYPE, 1L).intValue();
        String lastMessageId =
                row.find(PrivateChannels.LAST_MESSAGE_ID).map(Snowflake::format).orElse(null);
        String lastPin = Json.timestampOrNull(row.get(PrivateChannels.LAST_PIN_AT));
        List<User> others = participants.entrySet().stream()
                .filter(participant -> participant.getKey() != viewer)
                .map(Map.Entry::getValue)
                .toList();
        if (type == ChannelType.DM.number()) {
            return Json.tree(new PrivateChannel(id, type, lastMessageId, lastPin, 0, others));
        }
        return Json.tree(new GroupChannel(
                id,
                type,
                lastMessageId,
                lastPin,
                0,
                others,
                row.get(PrivateChannels.NAME),
                row.get(PrivateChannels.ICON),
                Snowflake.format(row.get(PrivateChannels.OWNER_ID, 0L))));
    }

    /** The same, of a channel that is not in memory. Reads the store for everybody: only outside the mailbox. */
    public static ObjectNode read(RowView row, StorageFacade storage, long viewer) {
        return of(LastMessages.upToDate(row, storage), participants(row, storage), viewer);
    }

    /** The participants whose accounts exist. */
    public static SequencedMap<Long, User> participants(RowView row, StorageFacade storage) {
        SequencedMap<Long, User> participants = new LinkedHashMap<>();
        for (long userId : row.get(PrivateChannels.RECIPIENTS, List.of())) {
            storage.row(Users.TABLE, userId).ifPresent(found -> participants.put(userId, User.from(found)));
        }
        return participants;
    }
}
