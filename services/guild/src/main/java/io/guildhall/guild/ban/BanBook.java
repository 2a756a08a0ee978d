package io.guildhall.guild.ban;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.MemberEdits;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.User;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Bans;
import io.guildhall.model.table.catalogue.MemberSlice;
import io.guildhall.model.table.catalogue.Users;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is banned from a guild. Bans are not kept in memory: there may be many, and they are seldom asked for. */
public record BanBook(GuildState guild) {
    /** What is read of a user who may be banned: the account and the ban. */
    public static List<ReadRequest> foreseen(long guildId, long userId) {
        return List.of(Read.row(Users.TABLE, userId), Read.row(Bans.TABLE, guildId, MemberSlice.of(userId), userId));
    }

    public Optional<RowView> find(long userId) {
        return guild.storage().row(Bans.TABLE, guild.id(), MemberSlice.of(userId), userId);
    }

    public boolean isBanned(long userId) {
        return find(userId).isPresent();
    }

    /** Bans the users; who of them is a member is removed. */
    void add(Map<Long, User> users, Call call, Changes changes) {
        users.forEach((id, user) -> add(id, user, call, changes));
        List<GuildMember> members = users.keySet().stream()
                .map(guild::findMember)
                .flatMap(Optional::stream)
                .toList();
        new MemberEdits(guild, changes).removeAll(members);
    }

    private void add(long userId, User user, Call call, Changes changes) {
        changes.write(Write.to(Bans.TABLE, guild.id(), MemberSlice.of(userId), userId)
                .set(Bans.REASON, call.reason().orElse(null))
                .set(Bans.BANNED_BY, call.callerId())
                .set(Bans.CREATED_AT, guild.now())
                .build());
        changes.event(
                Events.inGuild(DispatchEvent.GUILD_BAN_ADD, withUser(user)).build());
    }

    void remove(long userId, User user, Changes changes) {
        changes.write(Write.delete(Bans.TABLE, guild.id(), MemberSlice.of(userId), userId));
        changes.event(
                Events.inGuild(DispatchEvent.GUILD_BAN_REMOVE, withUser(user)).build());
    }

    private ObjectNode withUser(User user) {
        ObjectNode payload = Json.object().put("guild_id", Snowflake.format(guild.id()));
        payload.set("user", Json.tree(user));
        return payload;
    }
}
