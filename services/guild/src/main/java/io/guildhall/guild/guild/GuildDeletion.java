package io.guildhall.guild.guild;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.automod.RuleEdits;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.invite.VanityUrl;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.message.MessageFacts;
import io.guildhall.guild.purge.PurgeRequests;
import io.guildhall.guild.scheduledevent.EventEdits;
import io.guildhall.guild.screening.JoinRequestBook;
import io.guildhall.guild.stage.StageEdits;
import io.guildhall.guild.state.ChannelLink;
import io.guildhall.guild.state.ExpressionEdits;
import io.guildhall.guild.state.GuildEdits;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.Rows;
import io.guildhall.guild.template.TemplateEdits;
import io.guildhall.guild.welcome.GuildPageEdits;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.UnavailableGuild;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Bans;
import io.guildhall.model.table.catalogue.ChannelOwners;
import io.guildhall.model.table.catalogue.Channels;
import io.guildhall.model.table.catalogue.CommandPermissions;
import io.guildhall.model.table.catalogue.GuildInvites;
import io.guildhall.model.table.catalogue.InviteTargets;
import io.guildhall.model.table.catalogue.Invites;
import io.guildhall.model.table.catalogue.MemberSlice;
import io.guildhall.model.table.catalogue.Members;
import io.guildhall.model.table.catalogue.Roles;
import io.guildhall.model.table.catalogue.UserGuilds;
import java.util.List;

/**
 * Takes a whole guild apart: everybody sees it go at once. The rows of members, threads and webhooks go afterwards, a piece at a time, by
 * steps that the guild asks of itself though it does not exist any more. Messages are removed later, in the background; the audit log ends by
 * itself.
 */
final class GuildDeletion {
    /** The step that forgets some of the members. It may come twice. */
    static final String STEP = "forgetMembers";

    /** Members forgotten in one piece. */
    static final int PIECE = 500;

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
        guild.channels().forEach(channel -> {
            changes.write(Write.delete(ChannelOwners.TABLE, channel.id()));
            ChannelLink.of(channel).ifPresent(link -> link.end(changes));
            purges.add(guild, channel.id(), changes);
        });
        guild.storage().all(GuildInvites.TABLE, guild.id()).forEach(invite -> {
            changes.write(Write.delete(Invites.TABLE, invite.get(GuildInvites.CODE)));
            changes.write(Write.delete(InviteTargets.TABLE, invite.get(GuildInvites.CODE)));
        });
        for (long slice = 0; slice < MemberSlice.COUNT; slice++) {
            changes.write(Write.deletePartition(Bans.TABLE, guild.id(), slice));
        }
        VanityUrl.forget(guild.row(), changes);
        JoinRequestBook.forgetAll(guild, changes);
        changes.write(Write.deletePartition(GuildInvites.TABLE, guild.id()));
        changes.write(Write.deletePartition(Channels.TABLE, guild.id()));
        changes.write(Write.deletePartition(Roles.TABLE, guild.id()));
        guild.roles().forEach(role -> Rows.forgetPictures(role.row(), changes));
        new ExpressionEdits(guild, changes).forgetAll();
        new EventEdits(guild, changes).forgetAll();
        new StageEdits(guild, changes).forgetAll();
        new GuildPageEdits(guild, changes).forgetAll();
        new RuleEdits(guild, changes).forgetAll();
        new TemplateEdits(guild, changes).forget();
        new GuildEdits(guild, changes).vanish();
        MessageFacts.guildGone(guild.id(), changes);
        goOn(guild, 0, 0, changes);
        changes.step(guild.context().key(), ForgetThreads.STEP, Json.object());
        changes.step(guild.context().key(), ForgetWebhooks.STEP, Json.object());
    }

    /** What {@link #forgetMembers} reads. */
    static ReadRequest page(long guildId, JsonNode body) {
        return Read.from(Members.TABLE, guildId, body.path("slice").asLong())
                .after(Snowflake.parse(body.path("after").asText()))
                .limit(PIECE)
                .build();
    }

    /** Tells some who were members that the guild is gone, removes their rows, and asks for the next. */
    static void forgetMembers(GuildState guild, JsonNode body, Changes changes) {
        long slice = body.path("slice").asLong();
        List<RowView> rows = guild.storage().read(Members.TABLE, page(guild.id(), body));
        ObjectNode gone = Json.object().put("guild_id", Snowflake.format(guild.id()));
        for (RowView row : rows) {
            long userId = row.get(Members.USER_ID);
            changes.write(Write.delete(UserGuilds.TABLE, userId, guild.id()));
            changes.step(Keys.user(userId), "guildLeft", gone);
            Rows.forgetPictures(row, changes);
            if (row.get(Members.BOT, false)) {
                changes.write(Write.deletePartition(CommandPermissions.TABLE, guild.id(), userId));
            }
        }
        if (rows.size() == PIECE) {
            long last = rows.getLast().get(Members.USER_ID);
            changes.write(Write.deleteThrough(Members.TABLE, new Object[] {guild.id(), slice}, last));
            goOn(guild, slice, last, changes);
            return;
        }
        changes.write(Write.deletePartition(Members.TABLE, guild.id(), slice));
        if (slice + 1 < MemberSlice.COUNT) {
            goOn(guild, slice + 1, 0, changes);
        }
    }

    private static void goOn(GuildState guild, long slice, long after, Changes changes) {
        ObjectNode body = Json.object().put("slice", slice).put("after", Snowflake.format(after));
        changes.step(guild.context().key(), STEP, body);
    }
}
