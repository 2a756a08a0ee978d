package io.guildhall.guild.session;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.memberlist.MemberListing;
import io.guildhall.guild.presence.SessionPresence;
import io.guildhall.guild.session.PrivateAnswers.Private;
import io.guildhall.guild.state.ChangedProfiles;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildSnapshot;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.subscription.Topic;
import io.guildhall.guild.threadlist.ThreadLooks;
import io.guildhall.guild.voice.ReturningVoice;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.gateway.Intent;
import io.guildhall.model.rpc.AttachSessions;
import io.guildhall.model.rpc.JoiningSession;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.Subscribe;
import io.guildhall.model.rpc.Subscription;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sessions begin to listen to a guild. A new one joins and then receives GUILD_CREATE, which is made outside of the mailbox when its
 * gateway pulls it; one that comes back from an earlier owner receives what it missed instead.
 */
@Singleton
public final class Attaching {
    /** More sessions than this are refused. */
    static final int MAX_SESSIONS = 5_000_000;

    private static final int DEFAULT_LARGE_THRESHOLD = 50;

    private final PresenceUpdates presences;
    private final PrivateAnswers answers;
    private final MemberListing lists;
    private final ThreadLooks threads;

    public Attaching(PresenceUpdates presences, PrivateAnswers answers, MemberListing lists, ThreadLooks threads) {
        this.presences = presences;
        this.answers = answers;
        this.lists = lists;
        this.threads = threads;
    }

    Reply attach(GuildState guild, AttachSessions attach, Changes changes) {
        if (guild.audience().size() + attach.getSessionsCount() > MAX_SESSIONS) {
            throw ApiException.unavailable();
        }
        List<JoiningSession> joining = new ArrayList<>();
        Map<SessionRef, Subscription> looksAt = attach.getSubscriptionsList().stream()
                .collect(Collectors.toMap(Subscribe::getSession, Subscribe::getSubscription, (first, last) -> last));
        for (Session session : attach.getSessionsList()) {
            Subscription subscription = threads.seen(
                    guild,
                    session.getUserId(),
                    looksAt.getOrDefault(session.getRef(), Subscription.getDefaultInstance()));
            guild.findMember(session.getUserId())
                    .ifPresent(member -> joining.add(joining(session, member, subscription)));
        }
        for (JoiningSession session : joining) {
            long userId = session.getSession().getUserId();
            if (guild.member(userId).quarantined()) {
                ChangedProfiles.note(guild, userId, false);
            }
        }
        if (joining.isEmpty()) {
            throw ApiException.of(ErrorCode.UNKNOWN_GUILD);
        }
        if (attach.hasResumeAfter()) {
            changes.rejoin(joining, attach.getResumeAfter());
        } else {
            changes.audience(audience -> audience.join(joining));
        }
        joining.stream()
                .filter(session -> session.getSubscription().getChannelsCount() > 0)
                .forEach(session -> lists.looks(guild, session, session.getSubscription(), true, changes));
        joining.forEach(session -> threads.comes(guild, session.getSession(), session.getSubscription()));
        if (attach.getVoiceStatesCount() > 0) {
            Set<SessionRef> admitted = joining.stream()
                    .map(session -> session.getSession().getRef())
                    .collect(Collectors.toSet());
            ReturningVoice.back(guild, attach.getVoiceStatesList(), admitted, changes);
        }
        SessionPresence presence = SessionPresence.parse(attach.getPresence());
        List<PresenceUpdates.News> news = new ArrayList<>();
        for (JoiningSession session : joining) {
            presences.begin(guild, session.getSession(), presence).ifPresent(news::add);
        }
        List<Private> greetings = attach.hasResumeAfter() ? List.of() : greetings(guild, attach, joining);
        news.forEach(changed -> presences.tell(guild, changed, changes));
        return answers.greet(guild, greetings, changes);
    }

    private static List<Private> greetings(GuildState guild, AttachSessions attach, List<JoiningSession> joining) {
        int threshold = attach.getLargeThreshold() == 0 ? DEFAULT_LARGE_THRESHOLD : attach.getLargeThreshold();
        GuildSnapshot snapshot = guild.snapshot();
        return joining.stream()
                .map(JoiningSession::getSession)
                .filter(session -> Intent.GUILDS.in(session.getIntents()))
                .map(session -> new Private(
                        session.getRef(), new GuildCreation(snapshot, session, threshold, attach.getEntered())))
                .toList();
    }

    private static JoiningSession joining(Session session, GuildMember member, Subscription subscription) {
        return JoiningSession.newBuilder()
                .setSession(session)
                .addAllRoles(member.roleList())
                .setTimedOutUntil(member.silencedUntil())
                .setSubscription(subscription)
                .addAllTopics(Topic.of(session, subscription))
                .build();
    }
}
