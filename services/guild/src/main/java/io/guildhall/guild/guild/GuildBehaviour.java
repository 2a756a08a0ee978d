package io.guildhall.guild.guild;

import io.guildhall.guild.automod.ProfileModeration;
import io.guildhall.guild.call.Handlers;
import io.guildhall.guild.instance.Suspension;
import io.guildhall.guild.kernel.actor.ActorContext;
import io.guildhall.guild.kernel.actor.Behaviour;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.scheduledevent.EventClock;
import io.guildhall.guild.session.GuildSessions;
import io.guildhall.guild.stage.StageClock;
import io.guildhall.guild.state.GuildLoader;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.thread.ArchiveClock;
import io.guildhall.guild.voice.VoiceTelling;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.catalogue.GuildOperations;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Guilds;
import jakarta.inject.Singleton;
import java.util.List;

/** Guilds as actors. */
@Singleton
public final class GuildBehaviour implements Behaviour<GuildState> {
    private final GuildLoader loader;
    private final GuildRest rest;
    private final GuildSessions sessions;
    private final GuildSteps steps;
    private final ProfileModeration profiles;
    private final VoiceTelling voice;

    public GuildBehaviour(
            GuildLoader loader,
            GuildRest rest,
            GuildSessions sessions,
            GuildSteps steps,
            ProfileModeration profiles,
            VoiceTelling voice) {
        this.loader = loader;
        this.rest = rest;
        this.sessions = sessions;
        this.steps = steps;
        this.profiles = profiles;
        this.voice = voice;
    }

    @Override
    public ActorKind kind() {
        return ActorKind.GUILD;
    }

    @Override
    public void requireExists(ActorKey key, Command first, StorageFacade storage) {
        boolean creates = first.hasRest() && first.getRest().getOperation().equals(GuildOperations.CREATE_GUILD.name());
        if (!creates
                && !steps.afterDeletion(first)
                && storage.row(Guilds.TABLE, key.getId()).isEmpty()) {
            throw ApiException.of(ErrorCode.UNKNOWN_GUILD);
        }
    }

    @Override
    public GuildState load(ActorContext context) {
        GuildState guild = loader.load(context);
        sessions.loaded(guild);
        return guild;
    }

    @Override
    public List<ReadRequest> foreseen(ActorKey key, Command command) {
        return command.hasRest()
                ? rest.foreseen(key.getId(), command.getRest())
                : steps.foreseen(key.getId(), command.getInternal());
    }

    @Override
    public List<ReadRequest> following(Command command, ReadRequest read, List<RowView> rows) {
        return rest.following(command.getRest(), read, rows);
    }

    @Override
    public Reply handle(GuildState guild, Command command, Changes changes) {
        EventClock.catchUp(guild, changes);
        StageClock.catchUp(guild, changes);
        Reply reply = run(guild, command, changes);
        profiles.noticed(guild, changes);
        EventClock.noticed(guild, changes);
        sessions.noticed(guild, changes);
        ArchiveClock.noticed(guild, changes);
        voice.noticed(guild, changes);
        return reply;
    }

    private Reply run(GuildState guild, Command command, Changes changes) {
        return Suspension.instead(guild, command).orElseGet(() -> done(guild, command, changes));
    }

    private Reply done(GuildState guild, Command command, Changes changes) {
        if (command.hasRest()) {
            return rest.handle(guild, command.getRest(), changes);
        }
        if (!guild.exists() && !steps.afterDeletion(command)) {
            throw ApiException.of(ErrorCode.UNKNOWN_GUILD);
        }
        return switch (command.getPayloadCase()) {
            case ATTACH -> sessions.attach(guild, command.getAttach(), changes);
            case DETACH -> sessions.detach(guild, command.getDetach(), changes);
            case PRESENCE -> sessions.presence(guild, command.getPresence(), changes);
            case VOICE_STATE -> sessions.voiceState(guild, command.getVoiceState(), changes);
            case REQUEST_MEMBERS -> sessions.members(guild, command.getRequestMembers(), changes);
            case REQUEST_SOUNDS -> sessions.sounds(guild, command.getRequestSounds(), changes);
            case REQUEST_CHANNEL_INFO -> sessions.channelInfo(guild, command.getRequestChannelInfo(), changes);
            case SUBSCRIBE -> sessions.subscribe(guild, command.getSubscribe(), changes);
            case PUBLISH -> {
                changes.event(command.getPublish().getEvent());
                yield Reply.noContent();
            }
            case USER_CHANGED -> steps.userChanged(guild, command.getUserChanged(), changes);
            case INTERNAL -> steps.step(guild, command.getInternal(), changes);
            case REST, REHEARSAL, MESSAGES, PAYLOAD_NOT_SET -> throw Handlers.unknown("A command of a kind of its own");
        };
    }
}
