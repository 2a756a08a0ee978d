package io.guildhall.guild.mention;

import io.guildhall.guild.call.Call;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.catalogue.BroadcastMentions;
import io.guildhall.model.table.catalogue.MessageBucket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which mentions are asked for.
 *
 * @param before only of messages with lower ids
 */
record MentionQuery(long before, int limit, Optional<Long> guild, boolean roles, boolean everyone, long now) {
    private static final int USUAL = 25;

    static MentionQuery of(Call call, long now) {
        return new MentionQuery(
                call.queryId("before").orElse(Long.MAX_VALUE),
                call.queryNumber("limit", USUAL),
                call.queryId("guild_id"),
                call.query().path("roles").asBoolean(true),
                call.query().path("everyone").asBoolean(true),
                now);
    }

    /** Those that are kept, the newest first, without what only later messages are in. */
    List<Long> buckets() {
        long last = MessageBucket.of(Math.min(before, Snowflake.lowestAt(now + 1)));
        long first = MessageBucket.of(Snowflake.lowestAt(now - BroadcastMentions.KEPT.toMillis()));
        List<Long> buckets = new ArrayList<>();
        for (long bucket = last; bucket >= first; bucket--) {
            buckets.add(bucket);
        }
        return buckets;
    }
}
