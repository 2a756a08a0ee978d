package io.guildhall.guild.voice;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.stagenews.StageNews;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.VoicePayloads;
import io.guildhall.guild.state.VoiceStates.InVoice;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.VoiceOperations;
import io.guildhall.model.permission.Permission;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Who is where in voice, and who speaks on a stage. */
@Singleton
public final class VoiceStateHandlers {
    private static final String USER_ID = "user_id";

    /** Clocks of clients may differ a little. */
    private static final long PRESENT = Duration.ofMinutes(5).toMillis();

    private final StageNews news;

    public VoiceStateHandlers(StageNews news) {
        this.news = news;
    }

    @Produces
    @Singleton
    public GuildOperation getMine() {
        return new Handler(
                VoiceOperations.GET_MY_VOICE_STATE,
                (guild, call, changes) ->
                        Reply.json(VoicePayloads.inEvent(guild, VoiceSpeech.of(guild, call.callerId()))));
    }

    @Produces
    @Singleton
    public GuildOperation getOther() {
        return new Handler(VoiceOperations.GET_VOICE_STATE, (guild, call, changes) -> {
            InVoice state = VoiceSpeech.of(guild, call.id(USER_ID));
            guild.permissions().requireSight(guild.member(call.callerId()), guild.channel(state.channelId()));
            return Reply.json(VoicePayloads.inEvent(guild, state));
        });
    }

    @Produces
    @Singleton
    public GuildOperation updateMine() {
        return new Handler(VoiceOperations.UPDATE_MY_VOICE_STATE, this::updateMine);
    }

    /** Who is let speak answers an invitation, as people's clients show by the time of the request; a bot just speaks. */
    @Produces
    @Singleton
    public GuildOperation updateOther() {
        return new Handler(VoiceOperations.UPDATE_VOICE_STATE, (guild, call, changes) -> {
            SpeakerChange body = SpeakerChange.of(call.body());
            InVoice state = VoiceSpeech.of(guild, call.id(USER_ID));
            GuildChannel stage =
                    VoiceSpeech.stage(guild, state, body.channelId().value());
            VoiceSpeech.require(guild, call.callerId(), stage, Permission.MUTE_MEMBERS);
            boolean suppress = body.suppress().or(state.suppressed());
            boolean invited = !suppress && !guild.member(state.userId()).bot();
            if (suppress != state.suppressed()) {
                VoiceSpeech.save(guild, state, suppress, invited ? guild.now() : null, changes);
                told(guild, state, suppress, false, changes);
            }
            return Reply.noContent();
        });
    }

    private Reply updateMine(GuildState guild, Call call, Changes changes) {
        MyVoiceState body = MyVoiceState.of(call.body());
        InVoice state = VoiceSpeech.of(guild, call.callerId());
        GuildChannel stage =
                VoiceSpeech.stage(guild, state, body.change().channelId().value());
        boolean suppress = body.change().suppress().or(state.suppressed());
        if (!suppress && state.suppressed()) {
            VoiceSpeech.require(guild, call.callerId(), stage, Permission.MUTE_MEMBERS);
        }
        Optional<Long> request = body.requestToSpeakTimestamp().value();
        if (request.isPresent()) {
            VoiceSpeech.require(guild, call.callerId(), stage, Permission.REQUEST_TO_SPEAK);
            if (request.get() < guild.now() - PRESENT) {
                throw ApiException.invalidField(
                        "request_to_speak_timestamp", "DATE_TIME_TYPE_PAST", "Must be in the present or the future");
            }
        }
        boolean asksOn = suppress == state.suppressed()
                && !body.requestToSpeakTimestamp().named();
        VoiceSpeech.save(guild, state, suppress, asksOn ? state.requestedAt() : request.orElse(null), changes);
        told(guild, state, suppress, request.isPresent() && state.requestedAt() == null, changes);
        return Reply.noContent();
    }

    /** Whoever speaks from now on, or asks to, stands in the stage's chat. */
    private void told(GuildState guild, InVoice before, boolean suppressed, boolean asks, Changes changes) {
        if (before.suppressed() && !suppressed) {
            tell(guild, before, StageNews.Kind.SPEAKER, changes);
        } else if (asks && suppressed) {
            tell(guild, before, StageNews.Kind.RAISED_HAND, changes);
        }
    }

    private void tell(GuildState guild, InVoice state, StageNews.Kind kind, Changes changes) {
        news.tell(guild, state.channelId(), state.userId(), kind, "", false, changes);
    }

    /** What is done. */
    private interface Action {
        Reply run(GuildState guild, Call call, Changes changes);
    }

    private record Handler(Operation operation, Action action) implements GuildOperation {
        @Override
        public Reply handle(GuildState guild, Call call, Changes changes) {
            return action.run(guild, call, changes);
        }
    }
}
