package io.guildhall.guild.kernel.audience;

import io.guildhall.model.rpc.Position;
import java.util.Comparator;

/** The order of positions: by epoch, then by sequence. */
public final class Positions {
    public static final Comparator<Position> ORDER =
            Comparator.comparingLong(Position::getEpoch).thenComparingLong(Position::getSequence);

    private Positions() {}

    public static Position of(long epoch, long sequence) {
        return Position.newBuilder().setEpoch(epoch).setSequence(sequence).build();
    }

    public static boolean after(Position position, Position other) {
        return ORDER.compare(position, other) > 0;
    }

    public static Position later(Position position, Position other) {
        return after(position, other) ? position : other;
    }

    public static Position earlier(Position position, Position other) {
        return after(position, other) ? other : position;
    }
}
