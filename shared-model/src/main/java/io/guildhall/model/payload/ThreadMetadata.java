package io.guildhall.model.payload;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Threads;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What only threads have.
 *
 * @param archiveTimestamp when the thread was last archived or brought back
 * @param invitable only of private threads
 */
@RegisterForReflection
public record ThreadMetadata(
        boolean archived,
        String archiveTimestamp,
        int autoArchiveDuration,
        boolean locked,
        String createTimestamp,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean invitable) {

    static ThreadMetadata from(RowView row) {
        boolean closed = ChannelType.of(row.get(Threads.TYPE, 0L).intValue()) == ChannelType.PRIVATE_THREAD;
        return new ThreadMetadata(
                row.get(Threads.ARCHIVED, false),
                Json.timestamp(row.get(Threads.ARCHIVED_AT, 0L)),
                row.get(Threads.AUTO_ARCHIVE_DURATION, 0L).intValue(),
                row.get(Threads.LOCKED, false),
                Json.timestamp(row.get(Threads.CREATED_AT, 0L)),
                closed ? row.get(Threads.INVITABLE, true) : null);
    }
}
