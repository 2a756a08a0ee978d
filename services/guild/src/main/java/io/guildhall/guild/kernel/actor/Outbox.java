package io.guildhall.guild.kernel.actor;

import com.google.protobuf.InvalidProtocolBufferException;
import io.guildhall.guild.kernel.audience.Positions;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.PositionedEvent;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.EventOutbox;
import java.util.List;

/** Events that earlier owners stored. */
final class Outbox {
    private Outbox() {}

    /** Events of earlier epochs than the present one, after a position, in order. */
    static List<PositionedEvent> between(ActorContext context, Position after) {
        if (after.getEpoch() >= context.epoch()) {
            return List.of();
        }
        ActorKey key = context.key();
        return context
                .storage()
                .read(
                        EventOutbox.TABLE,
                        Read.from(EventOutbox.TABLE, (long) key.getKindValue(), key.getId())
                                .after(after.getEpoch(), after.getSequence())
                                .before(context.epoch())
                                .build())
                .stream()
                .map(Outbox::event)
                .toList();
    }

    private static PositionedEvent event(RowView row) {
        try {
            return PositionedEvent.newBuilder()
                    .setPosition(Positions.of(row.get(EventOutbox.EPOCH), row.get(EventOutbox.SEQUENCE)))
                    .setEvent(Event.parseFrom(row.get(EventOutbox.EVENT)))
                    .build();
        } catch (InvalidProtocolBufferException malformed) {
            throw new IllegalStateException("an event of the outbox can't be read", malformed);
        }
    }
}
