package io.guildhall.guild.memberlist;

import com.google.common.hash.Hashing;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildView;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.PermissionOverwrite;
import io.guildhall.model.permission.ChannelRules;
import io.guildhall.model.permission.Overwrites;
import io.guildhall.model.permission.Permission;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Who is in a list: those who may see a channel. Channels whose overwrites say the same of seeing share one.
 *
 * @param id by which clients know it, and work it out for themselves: {@code everyone} when no channel concerned hides anything from
 *     anybody, else a hash of the overwrites
 * @param channelId one of those channels; 0 when everybody sees them
 */
record Viewers(String id, ChannelRules rules, long channelId) {
    private static final String EVERYONE = "everyone";
    private static final long UNSIGNED = 0xFFFF_FFFFL;

    static Viewers of(GuildView guild, GuildChannel channel) {
        List<String> said = new ArrayList<>();
        boolean hidden = !Permission.VIEW_CHANNEL.in(guild.everyone().permissions());
        for (PermissionOverwrite overwrite : channel.overwriteList()) {
            Overwrites.Entry entry = overwrite.toEntry();
            if (Permission.VIEW_CHANNEL.in(entry.allow())) {
                said.add("allow:" + Snowflake.format(entry.id()));
            } else if (Permission.VIEW_CHANNEL.in(entry.deny())) {
                said.add("deny:" + Snowflake.format(entry.id()));
                hidden = true;
            }
        }
        if (!hidden) {
            return new Viewers(EVERYONE, ChannelRules.TEXT, 0);
        }
        Collections.sort(said);
        int hash = Hashing.murmur3_32_fixed()
                .hashString(String.join(",", said), StandardCharsets.UTF_8)
                .asInt();
        return new Viewers(Long.toString(hash & UNSIGNED), channel.type().rules(), channel.id());
    }

    boolean everyone() {
        return channelId == 0;
    }

    /** Whether another channel's list is the same. */
    boolean sameAs(Viewers other) {
        return id.equals(other.id) && rules == other.rules;
    }
}
