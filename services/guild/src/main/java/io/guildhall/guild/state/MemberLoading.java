package io.guildhall.guild.state;

import io.guildhall.guild.collection.Cursor;
import io.guildhall.guild.collection.LongMap;
import io.guildhall.guild.collection.LongMapBuilder;
import io.guildhall.guild.kernel.actor.SideBySide;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.MemberSlice;
import io.guildhall.model.table.catalogue.Members;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.LongStream;

/**
 * Reads all members of a guild, page by page and all slices at once. A page is packed as it comes, so that a million members never
 * stand in memory as rows.
 */
final class MemberLoading {
    /** Keeps a page of rows below a mebibyte or so. */
    private static final int PAGE = 1_000;

    private MemberLoading() {}

    static MemberTable load(StorageFacade storage, long guildId) {
        List<Long> slices = LongStream.range(0, MemberSlice.COUNT).boxed().toList();
        List<LongMap<byte[]>> packed = SideBySide.map(slices, slice -> slice(storage, guildId, slice));
        return MemberTable.of(guildId, merged(packed));
    }

    private static LongMap<byte[]> slice(StorageFacade storage, long guildId, long slice) {
        LongMapBuilder<byte[]> builder = new LongMapBuilder<>();
        Read next = Read.from(Members.TABLE, guildId, slice);
        List<RowView> page;
        do {
            page = storage.read(Members.TABLE, next.limit(PAGE).build());
            for (RowView row : page) {
                // Cells that were written after a member had left make a row without this one.
                if (row.has(Members.JOINED_AT)) {
                    builder.add(row.get(Members.USER_ID), MemberPacking.pack(row, PackedMember.user(row)));
                }
            }
            if (!page.isEmpty()) {
                next = Read.from(Members.TABLE, guildId, slice)
                        .after(page.getLast().get(Members.USER_ID));
            }
        } while (page.size() == PAGE);
        return builder.build();
    }

    private static LongMap<byte[]> merged(List<LongMap<byte[]>> slices) {
        PriorityQueue<Cursor<byte[]>> heads =
                new PriorityQueue<>(slices.size(), Comparator.comparing(Cursor::id, Long::compareUnsigned));
        slices.stream().map(LongMap::cursor).filter(Cursor::hasNext).forEach(cursor -> {
            cursor.next();
            heads.add(cursor);
        });
        LongMapBuilder<byte[]> builder = new LongMapBuilder<>();
        while (!heads.isEmpty()) {
            Cursor<byte[]> head = heads.poll();
            builder.add(head.id(), head.value());
            if (head.hasNext()) {
                head.next();
                heads.add(head);
            }
        }
        return builder.build();
    }
}
