package io.guildhall.guild.session;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.memberlist.MemberListing;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.threadlist.ThreadLooks;
import io.guildhall.guild.voice.VoiceUpdates;
import io.guildhall.model.rpc.AttachSessions;
import io.guildhall.model.rpc.DetachSessions;
import io.guildhall.model.rpc.RequestChannelInfo;
import io.guildhall.model.rpc.RequestMembers;
import io.guildhall.model.rpc.RequestSounds;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.Subscribe;
import io.guildhall.model.rpc.UpdatePresence;
import io.guildhall.model.rpc.UpdateVoiceState;
import jakarta.inject.Singleton;
import java.util.List;

/** What gateway sessions ask of a guild. */
@Singleton
public final class GuildSessions {
    private final Attaching attaching;
    private final Detaching detaching;
    private final PresenceUpdates presences;
    private final VoiceUpdates voice;
    private final MemberQuestions members;
    private final ChannelQuestions questions;
    private final Subscribing subscribing;
    private final MemberListing lists;
    private final ThreadLooks threads;

    public GuildSessions(
            Attaching attaching,
            Detaching detaching,
            PresenceUpdates presences,
            VoiceUpdates voice,
            MemberQuestions members,
            ChannelQuestions questions,
            Subscribing subscribing,
            MemberListing lists,
            ThreadLooks threads) {
        this.attaching = attaching;
        this.detaching = detaching;
        this.presences = presences;
        this.voice = voice;
        this.members = members;
        this.questions = questions;
        this.subscribing = subscribing;
        this.lists = lists;
        this.threads = threads;
    }

    /** The guild was just loaded; its sessions may have stayed. */
    public void loaded(GuildState guild) {
        lists.loaded(guild);
        threads.loaded(guild);
    }

    /** After each command. */
    public void noticed(GuildState guild, Changes changes) {
        if (guild.exists() && (lists.isNeeded(guild) || threads.isNeeded(guild))) {
            List<SessionRef> behind = guild.audience().takeBehind();
            lists.noticed(guild, behind, changes);
            threads.noticed(guild, behind, changes);
        }
    }

    public Reply attach(GuildState guild, AttachSessions attach, Changes changes) {
        return attaching.attach(guild, attach, changes);
    }

    public Reply detach(GuildState guild, DetachSessions detach, Changes changes) {
        return detaching.detach(guild, detach, changes);
    }

    public Reply presence(GuildState guild, UpdatePresence update, Changes changes) {
        return presences.update(guild, update, changes);
    }

    public Reply subscribe(GuildState guild, Subscribe subscribe, Changes changes) {
        return subscribing.subscribe(guild, subscribe, changes);
    }

    public Reply voiceState(GuildState guild, UpdateVoiceState update, Changes changes) {
        return voice.update(guild, update, changes);
    }

    public Reply members(GuildState guild, RequestMembers request, Changes changes) {
        return members.answer(guild, request, changes);
    }

    public Reply sounds(GuildState guild, RequestSounds request, Changes changes) {
        return questions.sounds(guild, request, changes);
    }

    public Reply channelInfo(GuildState guild, RequestChannelInfo request, Changes changes) {
        return questions.channelInfo(guild, request, changes);
    }
}
