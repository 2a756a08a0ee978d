package io.guildhall.guild.kernel.log;

import io.guildhall.guild.kernel.audience.Positions;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ActorCursors;

/**
 * How far the reader of a lane has come, as {@link ActorCursors} has it.
 *
 * @param delivered everything up to here is where it should be
 * @param firstPart the first part that may hold more
 * @param lastPart the last one; before the first one when nothing waits
 * @param since nothing that waits was written earlier, in ms since 1970
 * @param slot where the actor stands in the list of those for whom something waits
 */
record LaneCursor(Position delivered, long firstPart, long lastPart, long since, long slot) {
    static final LaneCursor START = new LaneCursor(Position.getDefaultInstance(), 1, 0, 0, 0);

    static LaneCursor of(RowView row) {
        return new LaneCursor(
                Positions.of(row.get(ActorCursors.EPOCH, 0L), row.get(ActorCursors.SEQUENCE, 0L)),
                row.get(ActorCursors.FIRST_PART, 1L),
                row.get(ActorCursors.LAST_PART, 0L),
                row.get(ActorCursors.SINCE, 0L),
                row.get(ActorCursors.SLOT, 0L));
    }

    boolean isPending() {
        return firstPart <= lastPart;
    }

    /** Something waits now, in the part after the last one. */
    LaneCursor opened(long now, long inSlot) {
        return new LaneCursor(delivered, lastPart + 1, lastPart + 1, now, inSlot);
    }

    LaneCursor withNextPart() {
        return new LaneCursor(delivered, firstPart, lastPart + 1, since, slot);
    }

    LaneCursor advanced(Position through, long part, long oldest) {
        return new LaneCursor(through, Math.max(firstPart, part), lastPart, oldest, slot);
    }

    LaneCursor settled(Position through) {
        return new LaneCursor(through, lastPart + 1, lastPart, since, slot);
    }
}
