package io.guildhall.guild.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.subscription.Topic;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.Member;
import io.guildhall.model.payload.UnavailableGuild;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.MemberRoles;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Guilds;
import io.guildhall.model.table.catalogue.UserGuilds;
import java.util.Arrays;
import java.util.List;

/** Changes who is a member of a guild and what is known of each: in memory, in the store, for relays, and in events. */
public record MemberEdits(GuildState guild, Changes changes) {
    /** The user becomes a member, with the time-out that it left with; its sessions are told to attach themselves. */
    public void add(GuildMember newcomer) {
        GuildMember member = new LeftTimeOuts(guild, changes).restore(newcomer.vouchedFor());
        guild.put(member);
        Rows.save(null, member.row(), changes);
        changes.write(Write.to(UserGuilds.TABLE, member.id(), guild.id())
                .set(UserGuilds.JOINED_AT, member.joinedAt())
                .build());
        count();
        ChangedProfiles.note(guild, member.id(), true);
        tell(DispatchEvent.GUILD_MEMBER_ADD, member.id(), inEvent(member));
        changes.step(Keys.user(member.id()), "guildJoined", withGuild());
    }

    /** A member whose nick, roles, time-out or profile changed. */
    public void save(GuildMember asked) {
        GuildMember member = asked.vouchedFor();
        GuildMember before = guild.member(member.id());
        if (before.row().row().equals(member.row().row())) {
            return;
        }
        guild.put(member);
        Rows.save(before.row(), member.row(), changes);
        Event.Builder told = event(DispatchEvent.GUILD_MEMBER_UPDATE, member.id(), inEvent(member));
        if (!Arrays.equals(before.roles(), member.roles()) || before.silencedUntil() != member.silencedUntil()) {
            MemberRoles roles = rolesOf(member);
            changes.turn(
                    audience -> audience.memberRoles(roles),
                    Event.newBuilder().setFormerMember(rolesOf(before)).build());
        }
        changes.event(told.build());
        // It may not connect any more. Whoever stayed would have to be let speak again when the time is over, and
        // nothing happens then.
        if (member.timedOutUntil() > guild.now() && !mayConnect(member)) {
            leaveVoice(member);
        }
        boolean newNames = !before.names().equals(member.names());
        if (newNames || member.quarantined() && !Arrays.equals(before.roles(), member.roles())) {
            ChangedProfiles.note(guild, member.id(), newNames);
        }
        if (!Arrays.equals(before.roles(), member.roles())) {
            SightSweep.ofRoles(before, guild, changes);
        }
    }

    /** See {@link #removeAll}. */
    public void remove(GuildMember member) {
        removeAll(List.of(member));
    }

    /** Users are members no more: the sessions of each see the guild go, then everybody else sees the user go. */
    public void removeAll(List<GuildMember> leaving) {
        if (leaving.isEmpty()) {
            return;
        }
        leaving.forEach(this::goes);
        count();
        ThreadSweep.begin(leaving, guild, changes);
        new BotRoles(guild, changes).deleteOf(leaving);
    }

    private void goes(GuildMember member) {
        leaveVoice(member);
        new LeftTimeOuts(guild, changes).keep(member);
        guild.removeMember(member.id());
        guild.put(guild.presences().without(member.id()), member.id());
        Rows.delete(member.row(), changes);
        changes.write(Write.delete(UserGuilds.TABLE, member.id(), guild.id()));
        List<SessionRef> sessions = guild.audience().sessionsOf(member.id()).stream()
                .map(session -> session.getSession().getRef())
                .toList();
        changes.event(
                Events.inGuild(DispatchEvent.GUILD_DELETE, new UnavailableGuild(Snowflake.format(guild.id()), null))
                        .addOnlyUsers(member.id())
                        .build());
        changes.audience(audience -> audience.leave(sessions));
        ObjectNode payload = withGuild();
        payload.set("user", Json.tree(member.user()));
        tell(DispatchEvent.GUILD_MEMBER_REMOVE, member.id(), payload);
        changes.step(Keys.user(member.id()), "guildLeft", withGuild());
    }

    /** Administrators may whatever happens. */
    private boolean mayConnect(GuildMember member) {
        return guild.voice()
                .find(member.id())
                .flatMap(state -> guild.findChannel(state.channelId()))
                .filter(channel -> guild.permissions().has(member, channel, Permission.CONNECT))
                .isPresent();
    }

    private void leaveVoice(GuildMember member) {
        guild.voice().find(member.id()).ifPresent(state -> {
            guild.put(guild.voice().without(member.id()));
            VoiceEvents.gone(guild, state, changes);
        });
    }

    /** Keeps the stored count in step, so that others can tell it without loading the guild. */
    private void count() {
        changes.write(Write.to(Guilds.TABLE, guild.id())
                .set(Guilds.MEMBER_COUNT, (long) guild.memberCount())
                .build());
    }

    /**
     * Bots with the intent hear of everybody; people of those whom they look at, and of themselves. A bot hears of its own member whatever
     * its intents are: its permissions depend on it.
     */
    private void tell(DispatchEvent name, long userId, Object payload) {
        changes.event(event(name, userId, payload).build());
    }

    private static Event.Builder event(DispatchEvent name, long userId, Object payload) {
        return Events.inGuild(name, payload)
                .addTopics(Topic.MEMBERS)
                .addTopics(userId)
                .addTopics(Topic.presenceOf(userId))
                .addAnyIntentUsers(userId);
    }

    private static MemberRoles rolesOf(GuildMember member) {
        return MemberRoles.newBuilder()
                .setUserId(member.id())
                .addAllRoles(member.roleList())
                .setTimedOutUntil(member.silencedUntil())
                .build();
    }

    private Member inEvent(GuildMember member) {
        return member.payload().inEvent(Snowflake.format(guild.id()));
    }

    private ObjectNode withGuild() {
        return Json.object().put("guild_id", Snowflake.format(guild.id()));
    }
}
