package io.guildhall.guild.session;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.presence.Presences;
import io.guildhall.guild.presence.SessionPresence;
import io.guildhall.guild.presence.UserPresence;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.subscription.Topic;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.UpdatePresence;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Presences of a guild's members as their sessions come, speak and go. */
@Singleton
public final class PresenceUpdates {
    /** Op 3. */
    public Reply update(GuildState guild, UpdatePresence update, Changes changes) {
        guild.findMember(update.getUserId())
                .filter(member -> guild.audience().find(update.getSession()).isPresent())
                .flatMap(member -> change(
                        guild,
                        member,
                        guild.presences()
                                .with(
                                        member.id(),
                                        update.getSession(),
                                        SessionPresence.parse(update.getPresence()),
                                        member.shownName())))
                .ifPresent(presence -> tell(guild, presence, changes));
        return Reply.noContent();
    }

    /** A session attached itself; returns what its user's presence is now, when that is news. */
    public Optional<UserPresence> begin(GuildState guild, Session session, SessionPresence presence) {
        GuildMember member = guild.member(session.getUserId());
        return change(
                guild, member, guild.presences().with(member.id(), session.getRef(), presence, member.shownName()));
    }

    /** A session ended. */
    public void end(GuildState guild, Session session, Changes changes) {
        guild.findMember(session.getUserId())
                .flatMap(member -> change(
                        guild, member, guild.presences().without(member.id(), session.getRef(), member.shownName())))
                .ifPresent(changed -> tell(guild, changed, changes));
    }

    private static Optional<UserPresence> change(GuildState guild, GuildMember member, Presences next) {
        UserPresence before = guild.presences().of(member.id());
        UserPresence after = next.of(member.id());
        guild.put(next, member.id());
        return after.equals(before) ? Optional.empty() : Optional.of(after);
    }

    /** Bots with the intent hear of everybody; people of those whom they look at, and of themselves. */
    public void tell(GuildState guild, UserPresence presence, Changes changes) {
        changes.event(Events.inGuild(DispatchEvent.PRESENCE_UPDATE, presence.payload(Snowflake.format(guild.id())))
                .addTopics(Topic.PRESENCES)
                .addTopics(presence.userId())
                .build());
    }
}
