package io.guildhall.guild.guild;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.purge.PurgeRequests;
import io.guildhall.guild.state.GuildEdits;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.UnavailableGuild;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Bans;
import io.guildhall.model.table.catalogue.ChannelOwners;
import io.guildhall.model.table.catalogue.Channels;
import io.guildhall.model.table.catalogue.GuildInvites;
import io.guildhall.model.table.catalogue.Invites;
import io.guildhall.model.table.catalogue.MemberSlice;
import io.guildhall.model.table.catalogue.Members;
import io.guildhall.model.table.catalogue.Roles;
import io.guildhall.model.table.catalogue.UserGuilds;
import java.util.List;

/**
 * Takes a whole guild apart: everybody sees it go, and every row of it is deleted. Messages are removed later, in the
 * background; the audit log ends by itself.
 */
final class GuildDeletion {
    private GuildDeletion() {}

    /** Refuses anybody but the owner. */
    static void delete(GuildState guild, Call call, PurgeRequests purges, Changes changes) {
        if (call.callerId() != guild.ownerId()) {
            throw ApiException.of(ErrorCode.MISSING_ACCESS);
        }
        call.audit().skip();
        List<SessionRef> sessions = guild.audience().all();
        changes.event(
                Events.inGuild(DispatchEvent.GUILD_DELETE, new UnavailableGuild(Snowflake.format(guild.id()), null))
                        .build());
        changes.audience(audience -> audience.leave(sessions));
        ObjectNode gone = Json.object().put("guild_id", Snowflake.format(guild.id()));
        for (GuildMember member : guild.members()) {
            changes.write(Write.delete(UserGuilds.TABLE, member.id(), guild.id()));
            changes.step(Keys.user(member.id()), "guildLeft", gone);
        }
        guild.channels().forEach(channel -> {
            changes.write(Write.delete(ChannelOwners.TABLE, channel.id()));
            purges.add(guild, channel.id(), changes);
        });
        guild.storage()
                .all(GuildInvites.TABLE, guild.id())
                .forEach(invite -> changes.write(Write.delete(Invites.TABLE, invite.get(GuildInvites.CODE))));
        for (long slice = 0; slice < MemberSlice.COUNT; slice++) {
            changes.write(Write.deletePartition(Members.TABLE, guild.id(), slice));
            changes.write(Write.deletePartition(Bans.TABLE, guild.id(), slice));
        }
        changes.write(Write.deletePartition(GuildInvites.TABLE, guild.id()));
        changes.write(Write.deletePartition(Channels.TABLE, guild.id()));
        changes.write(Write.deletePartition(Roles.TABLE, guild.id()));
        new GuildEdits(guild, changes).vanish();
    }
}
