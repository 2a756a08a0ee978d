package io.guildhall.guild.state;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.PermissionOverwrite;
import java.util.List;

/**
 * Takes a role away from a guild. However many members bear it, their rows stay as they are: an id is never used again, members
 * bear only roles that exist, and the id goes from a row when the member's roles are next written.
 */
public final class RoleRemoval {
    private RoleRemoval() {}

    /** Everybody learns of it by the one event about the role; members and channels follow from that. */
    public static void remove(GuildState guild, GuildRole role, Changes changes) {
        String id = Snowflake.format(role.id());
<<<<<<< HEAD
        List<GuildChannel> changed = guild.channels().stream()
                .filter(channel -> channel.overwriteList().stream()
                        .anyMatch(overwrite -> overwrite.id().equals(id)))
                .map(channel -> channel.withOverwrites(without(channel.overwriteList(), id)))
                .toList();
        new GuildEdits(guild, changes).deleteRole(role, changed);
    }

    private static List<PermissionOverwrite> without(List<PermissionOverwrite> overwrites, String id) {
        return overwrites.stream()
                .filter(overwrite -> !overwrite.id().equals(id))
                .toList();
=======
        for (GuildChannel channel : List.copyOf(guild.channels())) {
            List<PermissionOverwrite> kept = channel.overwriteList().stream()
                    .filter(overwrite -> !overwrite.id().equals(id))
                    .toList();
            if (kept.size() < channel.overwriteList().size()) {
                edits.saveChannelWithout(role, channel.withOverwrites(kept));
            }
        }
>>>>>>> bf6bbf3 (wip3)
    }
}
