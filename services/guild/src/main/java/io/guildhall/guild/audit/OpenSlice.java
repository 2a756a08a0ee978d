package io.guildhall.guild.audit;

import io.guildhall.guild.state.GuildState;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.AuditLog;
import io.guildhall.model.table.catalogue.AuditSlices;
import io.guildhall.model.table.catalogue.MessageBucket;
import java.util.Optional;

/**
 * The slice of a guild's audit log into which entries go now: a part of the guild's state, read once for each bucket. Only
 * the guild's actor writes entries, so the count in memory is exact, and it is stored with every entry.
 */
final class OpenSlice {
    private static final long NONE = -1;

    private long bucket = NONE;
    private long number;
    private long first;
    private long entries;

    static OpenSlice of(GuildState guild) {
        return guild.part(OpenSlice.class, none -> new OpenSlice());
    }

    /** Takes the entry in; the number of the slice in which it must be written, together with {@link #record}. */
    long add(GuildState guild, long entryId) {
        if (MessageBucket.of(entryId) != bucket) {
            open(guild, MessageBucket.of(entryId), entryId);
        }
        if (entryId < first && number > 0) {
            // The last owner's clock was ahead. Slices stay in order: all entries of one are newer than those before
            // it.
            return number - 1;
        }
        if (entries >= AuditLog.SLICE_ENTRIES) {
            number++;
            first = entryId;
            entries = 0;
        }
        first = Math.min(first, entryId);
        entries++;
        return number;
    }

    /** What remembers the slice as it is now. */
    Mutation record(GuildState guild) {
        return Write.to(AuditSlices.TABLE, guild.id(), bucket, number)
                .set(AuditSlices.FIRST_ENTRY_ID, first)
                .set(AuditSlices.ENTRIES, entries)
                .build();
    }

    private void open(GuildState guild, long next, long entryId) {
        Optional<RowView> newest = guild
                .storage()
                .read(
                        AuditSlices.TABLE,
                        Read.from(AuditSlices.TABLE, guild.id())
                                .startingAt(next)
                                .endingAt(next)
                                .limit(1)
                                .build())
                .stream()
                .findFirst();
        bucket = next;
        number = newest.map(row -> row.get(AuditSlices.SLICE)).orElse(0L);
        first = newest.map(row -> row.get(AuditSlices.FIRST_ENTRY_ID)).orElse(entryId);
        entries = newest.map(row -> row.get(AuditSlices.ENTRIES)).orElse(0L);
    }
}
