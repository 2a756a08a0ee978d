package io.guildhall.guild.channel;

import io.guildhall.guild.authority.OverwriteGuard;
import io.guildhall.guild.authority.PlaceGuard;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildEdits;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.payload.PermissionOverwrite;
import io.guildhall.model.permission.Permission;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How a member's change of a channel comes into force, by whichever operation: what it does to place and overwrites is checked
 * and told to the audit log here.
 */
public record ChannelSaving(GuildState guild, GuildMember caller, Changes changes) {
    /** @param inherited the overwrites are those of the channel's category, which nobody gave it */
    public void create(GuildChannel channel, boolean inherited, AuditDraft audit) {
        new PlaceGuard(guild, caller).requireParent(channel);
        if (!inherited) {
            new OverwriteGuard(guild, caller).require(List.of(), channel.overwriteList());
        }
        auditOverwrites(audit, null, channel.overwriteList());
        new GuildEdits(guild, changes).saveChannel(channel);
    }

    void change(GuildChannel before, GuildChannel after, AuditDraft audit) {
        Set<Long> categories = new LinkedHashSet<>();
        change(before, after, audit, categories);
        new GuildEdits(guild, changes).tellCategories(categories);
    }

    /** @param categories takes the ids of those that are to be told anew when everything is changed */
    void change(GuildChannel before, GuildChannel after, AuditDraft audit, Set<Long> categories) {
        new PlaceGuard(guild, caller).requireMove(before, after);
        if (!before.overwriteList().equals(after.overwriteList())) {
            guild.permissions().require(caller, before, Permission.MANAGE_ROLES);
            new OverwriteGuard(guild, caller).require(before.overwriteList(), after.overwriteList());
            auditOverwrites(audit, before.overwriteList(), after.overwriteList());
        }
        new GuildEdits(guild, changes).saveChannel(after, categories);
    }

    private static void auditOverwrites(
            AuditDraft audit, List<PermissionOverwrite> before, List<PermissionOverwrite> after) {
        if (before != null || !after.isEmpty()) {
            audit.change("permission_overwrites", before, after);
        }
    }
}
