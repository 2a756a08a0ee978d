package io.guildhall.guild.auditlog;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.SideBySide;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.AuditLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which entries are asked for. Only slices that hold any are read, the nearest first and no more than needed: mostly the
 * first suffices; when it does not, the next ones are read side by side, up to {@link #MOST_AT_ONCE} of them.
 *
 * @param oldest entries after this id
 * @param newest entries before this id
 * @param ascending oldest first, as for {@code after}
 */
record AuditPage(long guildId, long oldest, long newest, boolean ascending, int limit, AuditFilter filter) {
    private static final int DEFAULT_LIMIT = 50;
    private static final int READ_AT_ONCE = 500;
    private static final int MOST_AT_ONCE = 4;

    static AuditPage of(GuildState guild, Call call) {
        long first = Snowflake.lowestAt(guild.now() - AuditLog.KEPT.toMillis());
        long end = Snowflake.lowestAt(guild.now() + Duration.ofMinutes(1).toMillis());
        Optional<Long> after = call.queryId("after");
        return new AuditPage(
                guild.id(),
                Math.max(first, after.orElse(0L)),
                Math.min(end, call.queryId("before").filter(id -> id >= 0).orElse(end)),
                after.isPresent() && call.queryId("before").isEmpty(),
                call.queryNumber("limit", DEFAULT_LIMIT),
                AuditFilter.of(call));
    }

    List<RowView> read(StorageFacade storage) {
        List<RowView> found = new ArrayList<>();
        if (oldest >= newest) {
            return found;
        }
        List<AuditSlice> slices = AuditSlice.between(storage, guildId, oldest, newest);
        slices = ascending ? slices.reversed() : slices;
        int wave = 1;
        for (int from = 0; from < slices.size() && found.size() < limit; from += wave, wave = wider(wave)) {
            List<AuditSlice> next = slices.subList(from, Math.min(from + wave, slices.size()));
            SideBySide.map(next, slice -> read(slice, storage)).stream()
                    .flatMap(List::stream)
                    .limit(limit - found.size())
                    .forEach(found::add);
        }
        return found;
    }

    private static int wider(int wave) {
        return Math.min(2 * wave, MOST_AT_ONCE);
    }

    /** The nearest entries of the slice that are asked for, up to the limit. */
    private List<RowView> read(AuditSlice slice, StorageFacade storage) {
        List<RowView> found = new ArrayList<>();
        int atOnce = filter.isOpen() ? limit : READ_AT_ONCE;
        long low = oldest;
        long high = newest;
        while (found.size() < limit) {
            // The table's own order is newest first.
            Read read = Read.from(AuditLog.TABLE, guildId, slice.bucket(), slice.number())
                    .after(high)
                    .before(low)
                    .limit(atOnce);
            List<RowView> rows = storage.read(AuditLog.TABLE, (ascending ? read.reversed() : read).build());
            rows.stream().filter(filter).limit(limit - found.size()).forEach(found::add);
            if (rows.size() < atOnce) {
                break;
            }
            long reached = rows.getLast().get(AuditLog.ENTRY_ID);
            low = ascending ? reached : low;
            high = ascending ? high : reached;
        }
        return found;
    }
}
