package io.guildhall.guild.message;

import com.google.protobuf.InvalidProtocolBufferException;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Attachment;
import io.guildhall.model.rpc.Row;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.AttachmentMarks;
import io.guildhall.model.table.catalogue.EphemeralMessages;
import io.guildhall.model.table.catalogue.Messages;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Keeps for a while what one person sees, apart from the channel's messages: it is in no list and no count. */
final class EphemeralStore {
    private EphemeralStore() {}

    static Optional<AppMessage> find(Place place, long messageId) {
        return place.storage()
                .row(EphemeralMessages.TABLE, place.channelId(), messageId)
                .filter(row -> row.has(EphemeralMessages.MESSAGE))
                .map(row -> new AppMessage(message(row), OptionalLong.of(row.get(EphemeralMessages.USER_ID))));
    }

    static void write(Place place, AppMessage message, Changes changes) {
        changes.write(Write.to(EphemeralMessages.TABLE, place.channelId(), message.id())
                .set(EphemeralMessages.USER_ID, message.onlyTo().getAsLong())
                .set(EphemeralMessages.MESSAGE, message.row().row().toByteString())
                .build());
    }

    static void delete(Place place, AppMessage message, Changes changes) {
        changes.write(Write.delete(EphemeralMessages.TABLE, place.channelId(), message.id()));
    }

    /** The files of what does not stay go when it does. */
    static void lendFiles(Place place, AppMessage message, List<Attachment> files, Changes changes) {
        if (message.isEphemeral()) {
            long due = place.now() + EphemeralMessages.LIFETIME.toMillis();
            files.forEach(
                    file -> changes.write(AttachmentMarks.lent(place.channelId(), Snowflake.parse(file.id()), due)));
        }
    }

    /** Columns that messages have had since it was written are empty. */
    private static RowView message(RowView kept) {
        try {
            Row.Builder row = Row.parseFrom(kept.get(EphemeralMessages.MESSAGE)).toBuilder();
            while (row.getValuesCount() < Messages.TABLE.columns().size()) {
                row.addValues(Value.getDefaultInstance());
            }
            return new RowView(Messages.TABLE, row.build());
        } catch (InvalidProtocolBufferException impossible) {
            throw new IllegalStateException("an ephemeral message was not written by us", impossible);
        }
    }
}
