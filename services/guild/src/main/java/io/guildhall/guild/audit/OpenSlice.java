package io.guildhall.guild.audit;

import io.guildhall.guild.state.GuildState;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.AuditLog;
import io.guildhall.model.table.catalogue.AuditSlices;
import io.guildhall.model.table.catalogue.MessageBucket;

/**
 * The slice of a guild's audit log into which entries go now: a part of the guild's state, read once for each bucket. Only
 * the guild's actor writes entries, so the count in memory is exact, and it is stored with every entry.
 *
 * @param first the oldest entry of this slice
 */
record OpenSlice(long bucket, long number, long first, long entries) {
    private static final long NO_BUCKET = -1;
    private static final OpenSlice NONE = new OpenSlice(NO_BUCKET, 0, 0, 0);

    /** The slice that was opened last, as it is with one entry more. Remember it with {@link #record}. */
    static OpenSlice with(GuildState guild, long entryId) {
        OpenSlice last = guild.part(OpenSlice.class, none -> NONE);
        OpenSlice open = MessageBucket.of(entryId) == last.bucket ? last : read(guild, entryId);
        OpenSlice next = open.withEntry(entryId);
        guild.putPart(next);
        return next;
    }

    /** In which slice an entry must be written that was just added. */
    long placeOf(long entryId) {
        // The last owner's clock was ahead. Slices stay in order: all entries of one are newer than those before it.
        return entryId < first ? number - 1 : number;
    }

    /** What remembers the slice as it is now. */
    Mutation record(GuildState guild) {
        return Write.to(AuditSlices.TABLE, guild.id(), bucket, number)
                .set(AuditSlices.FIRST_ENTRY_ID, first)
                .set(AuditSlices.ENTRIES, entries)
                .build();
    }

    private OpenSlice withEntry(long entryId) {
        if (entryId < first && number > 0) {
            return this;
        }
        return entries >= AuditLog.SLICE_ENTRIES
                ? new OpenSlice(bucket, number + 1, entryId, 1)
                : new OpenSlice(bucket, number, Math.min(first, entryId), entries + 1);
    }

    private static OpenSlice read(GuildState guild, long entryId) {
        long bucket = MessageBucket.of(entryId);
        return guild
                .storage()
                .read(
                        AuditSlices.TABLE,
                        Read.from(AuditSlices.TABLE, guild.id())
                                .startingAt(bucket)
                                .endingAt(bucket)
                                .limit(1)
                                .build())
                .stream()
                .findFirst()
                .map(newest -> new OpenSlice(
                        bucket,
                        newest.get(AuditSlices.SLICE),
                        newest.get(AuditSlices.FIRST_ENTRY_ID),
                        newest.get(AuditSlices.ENTRIES)))
                .orElse(new OpenSlice(bucket, 0, entryId, 0));
    }
}
