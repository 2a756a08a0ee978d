package io.guildhall.model.payload;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Threads;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * A thread as a channel.
 *
 * @param memberCount stops at 50
 * @param appliedTags only in forums and media channels
 * @param member whoever reads this, when it is in the thread
 */
@RegisterForReflection
public record ThreadChannel(
        String id,
        int type,
        String guildId,
        String name,
        String parentId,
        String ownerId,
        String lastMessageId,
        String lastPinTimestamp,
        int rateLimitPerUser,
        int flags,
        int messageCount,
        int memberCount,
        int totalMessageSent,
        ThreadMetadata threadMetadata,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<String> appliedTags,
        @JsonInclude(JsonInclude.Include.NON_NULL) ThreadMember member) {
    /** Where counts of members stop. */
    public static final int MOST_COUNTED = 50;

    /** Reads a row of {@link Threads}. */
    public static ThreadChannel from(RowView row, int members) {
        return new ThreadChannel(
                Snowflake.format(row.get(Threads.THREAD_ID)),
                row.get(Threads.TYPE, 0L).intValue(),
                Snowflake.format(row.get(Threads.GUILD_ID)),
                row.get(Threads.NAME, ""),
                Snowflake.format(row.get(Threads.PARENT_ID)),
                Snowflake.format(row.get(Threads.OWNER_ID, 0L)),
                row.find(Threads.LAST_MESSAGE_ID).map(Snowflake::format).orElse(null),
                Json.timestampOrNull(row.get(Threads.LAST_PIN_AT)),
                row.get(Threads.RATE_LIMIT_PER_USER, 0L).intValue(),
                row.get(Threads.FLAGS, 0L).intValue(),
                row.get(Threads.MESSAGE_COUNT, 0L).intValue(),
                Math.min(members, MOST_COUNTED),
                row.get(Threads.TOTAL_MESSAGE_SENT, 0L).intValue(),
                ThreadMetadata.from(row),
                row.find(Threads.APPLIED_TAGS)
                        .map(tags -> tags.stream().map(Snowflake::format).toList())
                        .orElse(null),
                null);
    }

    public ThreadChannel with(ThreadMember reader) {
        return new ThreadChannel(
                id,
                type,
                guildId,
                name,
                parentId,
                ownerId,
                lastMessageId,
                lastPinTimestamp,
                rateLimitPerUser,
                flags,
                messageCount,
                memberCount,
                totalMessageSent,
                threadMetadata,
                appliedTags,
                reader);
    }
}
