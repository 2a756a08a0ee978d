package io.guildhall.guild.auditlog;

import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.AuditSlices;
import java.util.ArrayList;
import java.util.List;

/**
 * One slice of a guild's audit log.
 *
 * @param first its oldest entry
 * @param end the oldest entry of the slice after it; the largest number for the newest slice
 */
record AuditSlice(long bucket, long number, long first, long end) {
    /** Those that may hold entries between two ids, both not meant themselves; newest first. One read. */
    static List<AuditSlice> between(StorageFacade storage, long guildId, long oldest, long newest) {
        List<RowView> rows = storage.read(
                AuditSlices.TABLE, Read.from(AuditSlices.TABLE, guildId).build());
        List<AuditSlice> slices = new ArrayList<>();
        long end = Long.MAX_VALUE;
        for (RowView row : rows) {
            long first = row.get(AuditSlices.FIRST_ENTRY_ID, 0L);
            if (first < newest && end > oldest) {
                slices.add(new AuditSlice(row.get(AuditSlices.BUCKET), row.get(AuditSlices.SLICE), first, end));
            }
            end = first;
        }
        return slices;
    }
}
