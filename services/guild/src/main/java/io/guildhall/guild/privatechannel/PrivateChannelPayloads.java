package io.guildhall.guild.privatechannel;

import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.id.Snowflake;
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

    public static PrivateChannel of(RowView row, Map<Long, User> participants, long viewer) {
        return new PrivateChannel(
                Snowflake.format(row.get(PrivateChannels.CHANNEL_ID)),
                row.get(PrivateChannels.TYPE, 1L).intValue(),
                row.find(PrivateChannels.LAST_MESSAGE_ID).map(Snowflake::format).orElse(null),
                Json.timestampOrNull(row.get(PrivateChannels.LAST_PIN_AT)),
                0,
                participants.entrySet().stream()
                        .filter(participant -> participant.getKey() != viewer)
                        .map(Map.Entry::getValue)
                        .toList(),
                row.get(PrivateChannels.NAME),
                row.get(PrivateChannels.ICON),
                row.find(PrivateChannels.OWNER_ID).map(Snowflake::format).orElse(null));
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
