package io.guildhall.guild.session;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.memberlist.MemberListing;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.threadlist.ThreadLooks;
import io.guildhall.guild.voice.ReturningVoice;
import io.guildhall.guild.voice.VoiceUpdates;
import io.guildhall.model.rpc.DetachSessions;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.SessionRef;
import jakarta.inject.Singleton;
import java.util.List;

/** Sessions stop listening: they leave voice, and their users may go offline. */
@Singleton
public final class Detaching {
    private final PresenceUpdates presences;
    private final VoiceUpdates voice;
    private final MemberListing lists;
    private final ThreadLooks threads;

    public Detaching(PresenceUpdates presences, VoiceUpdates voice, MemberListing lists, ThreadLooks threads) {
        this.presences = presences;
        this.voice = voice;
        this.lists = lists;
        this.threads = threads;
    }

    Reply detach(GuildState guild, DetachSessions detach, Changes changes) {
        List<SessionRef> sessions = detach.getSessionsList();
        changes.audience(audience -> audience.leave(sessions));
        lists.left(guild, sessions);
        threads.left(guild, sessions);
        for (SessionRef ref : sessions) {
            guild.audience().find(ref).ifPresent(joined -> {
                Session session = joined.getSession();
                voice.end(guild, session, changes);
                presences.end(guild, session, changes);
                TemporaryMembers.left(guild, session.getUserId(), changes);
            });
        }
        ReturningVoice.over(guild, detach.getVoiceStatesList(), changes);
        return Reply.noContent();
    }
}
