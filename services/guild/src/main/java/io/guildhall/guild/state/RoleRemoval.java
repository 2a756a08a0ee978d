package io.guildhall.guild.state;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.PermissionOverwrite;
import java.util.List;

/** Takes a role away from a guild. */
public final class RoleRemoval {
    private RoleRemoval() {}

    /** Everybody learns of it by the one event about the role; members and channels follow from that. */
    public static void remove(GuildState guild, GuildRole role, Changes changes) {
        MemberEdits members = new MemberEdits(guild, changes);
        guild.members().stream()
                .filter(member -> member.hasRole(role.id()))
                .toList()
                .forEach(member -> members.saveQuietly(member.withRoles(without(member, role.id()))));
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

    private static List<Long> without(GuildMember member, long roleId) {
        return member.roleList().stream().filter(role -> role != roleId).toList();
    }
}
