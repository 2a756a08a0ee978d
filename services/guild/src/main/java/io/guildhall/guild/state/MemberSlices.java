package io.guildhall.guild.state;

import io.guildhall.guild.kernel.actor.SideBySide;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.catalogue.MemberSlice;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/**
 * Reads what is spread over a guild's member slices, all slices at once: a small guild waits for one read, not for sixteen.
 */
public final class MemberSlices {
    private static final List<Long> SLICES =
            LongStream.range(0, MemberSlice.COUNT).boxed().toList();

    private MemberSlices() {}

    /** Every row of the guild, by slice. */
    public static List<RowView> all(StorageFacade storage, Table table, long guildId) {
        return SideBySide.map(SLICES, slice -> storage.all(table, guildId, slice)).stream()
                .flatMap(List::stream)
                .toList();
    }

    /** What one read of each slice finds, by slice. */
    public static List<RowView> each(StorageFacade storage, Table table, LongFunction<ReadRequest> read) {
        return SideBySide.map(SLICES, slice -> storage.read(table, read.apply(slice))).stream()
                .flatMap(List::stream)
                .toList();
    }
}
