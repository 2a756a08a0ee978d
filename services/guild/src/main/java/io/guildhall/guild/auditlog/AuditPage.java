package io.guildhall.guild.auditlog;

import io.guildhall.guild.actor.StorageFacade;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.AuditLog;
import io.guildhall.model.table.catalogue.MessageBucket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which entries are asked for. Only the buckets of the days for which entries are kept are read, the nearest first and no
 * more than needed.
 *
 * @param oldest entries after this id
 * @param newest entries before this id
 * @param ascending oldest first, as for {@code after}
 */
record AuditPage(long guildId, long oldest, long newest, boolean ascending, int limit, AuditFilter filter) {
    private static final Duration KEPT = Duration.ofDays(45);
    private static final int DEFAULT_LIMIT = 50;
    private static final int READ_AT_ONCE = 500;

    static AuditPage of(GuildState guild, Call call) {
        long first = Snowflake.lowestAt(guild.now() - KEPT.toMillis());
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
        long first = MessageBucket.of(oldest);
        long last = MessageBucket.of(newest);
        for (long step = 0; step <= last - first && found.size() < limit; step++) {
            read(ascending ? first + step : last - step, storage, found);
        }
        return found;
    }

    private void read(long bucket, StorageFacade storage, List<RowView> found) {
        long low = oldest;
        long high = newest;
        while (found.size() < limit) {
            // The table's own order is newest first.
            Read read = Read.from(AuditLog.TABLE, guildId, bucket)
                    .after(high)
                    .before(low)
                    .limit(READ_AT_ONCE);
            List<RowView> rows = storage.read(AuditLog.TABLE, (ascending ? read.reversed() : read).build());
            rows.stream().filter(filter).limit(limit - found.size()).forEach(found::add);
            if (rows.size() < READ_AT_ONCE) {
                return;
            }
            long reached = rows.getLast().get(AuditLog.ENTRY_ID);
            low = ascending ? reached : low;
            high = ascending ? high : reached;
        }
    }
}
