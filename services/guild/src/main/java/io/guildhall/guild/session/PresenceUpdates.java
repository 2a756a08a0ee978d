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
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.UpdatePresence;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Presences of a guild's members as their sessions come, speak and go. */
@Singleton
public final class PresenceUpdates {
    /** As clients call a guild large unless they say otherwise. In one that is not, all who look at a member hear of all that it does. */
    private static final int LARGE = 250;

    /**
     * A presence that changed.
     *
     * @param same whether the member is there as before, and only does something else
     */
    public record News(UserPresence presence, boolean same) {}

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
                .ifPresent(news -> tell(guild, news, changes));
        return Reply.noContent();
    }

    /** A session attached itself; returns what its user's presence is now, when that is news. */
    public Optional<News> begin(GuildState guild, Session session, SessionPresence presence) {
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

    private static Optional<News> change(GuildState guild, GuildMember member, Presences next) {
        UserPresence before = guild.presences().of(member.id());
        UserPresence after = next.of(member.id());
        guild.put(next, member.id());
        return after.equals(before)
                ? Optional.empty()
                : Optional.of(new News(after, after.status().equals(before.status())));
    }

    /**
     * Bots with the intent hear of everybody; people of themselves and of those whom they look at: in a large guild of what these do if they
     * ask for that, otherwise only whether they are there.
     */
    public void tell(GuildState guild, News news, Changes changes) {
        UserPresence presence = news.presence();
        Event.Builder event = Events.inGuild(
                        DispatchEvent.PRESENCE_UPDATE, presence.payload(Snowflake.format(guild.id())))
                .addTopics(Topic.PRESENCES)
                .addTopics(presence.userId());
        if (!news.same() || guild.memberCount() <= LARGE) {
            event.addTopics(Topic.presenceOf(presence.userId()));
        }
        changes.event(event.build());
    }
}
