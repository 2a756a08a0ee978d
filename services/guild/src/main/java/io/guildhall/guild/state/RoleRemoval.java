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
        GuildEdits edits = new GuildEdits(guild, changes);
        edits.deleteRole(role);
        String id = Snowflake.format(role.id());
        for (GuildChannel channel : List.copyOf(guild.channels())) {
            List<PermissionOverwrite> kept = channel.overwriteList().stream()
                    .filter(overwrite -> !overwrite.id().equals(id))
                    .toList();
            if (kept.size() < channel.overwriteList().size()) {
                edits.saveChannel(channel.withOverwrites(kept));
            }
        }
    }
}
