package io.guildhall.guild.soundboard;

import io.guildhall.guild.authority.ExpressionGuard;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.Rows;
import io.guildhall.guild.state.SoundEdits;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.SoundboardOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.SoundboardSound;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Sounds;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** The sounds of a guild: shown, made, changed and deleted. Who made one is for those who may make some themselves. */
@Singleton
public final class SoundHandlers {
    private static final int MOST = 8;
    private static final String FULL = "1.0";

    private final SnowflakeGenerator ids;

    public SoundHandlers(SnowflakeGenerator ids) {
        this.ids = ids;
    }

    @Produces
    @Singleton
    public GuildOperation listSounds() {
        return new Handler(
                SoundboardOperations.LIST_SOUNDS,
                (guild, call, changes) ->
                        shown(guild, call, guild.expressions().sounds().rows(), all -> Json.object()
                                .set("items", Json.tree(all))));
    }

    @Produces
    @Singleton
    public GuildOperation getSound() {
        return new Handler(
                SoundboardOperations.GET_SOUND,
                (guild, call, changes) -> shown(guild, call, List.of(SoundView.named(guild, call)), List::getFirst));
    }

    @Produces
    @Singleton
    public GuildOperation createSound() {
        return new Handler(SoundboardOperations.CREATE_SOUND, (guild, call, changes) -> {
            if (guild.expressions().sounds().rows().size() >= MOST) {
                throw ApiException.of(ErrorCode.MAXIMUM_NUMBER_OF_SOUNDBOARD_SOUNDS_REACHED);
            }
            long id = ids.next();
            NewSound body = NewSound.of(call.body());
            RowView sound = Rows.with(Rows.create(Sounds.TABLE, guild.id(), id), Sounds.VOLUME, FULL);
            sound = body.looks().applied(sound, guild, call.audit().target(id));
            sound = Rows.with(sound, Sounds.FILE, body.sound().required());
            sound = Rows.with(sound, Sounds.CREATOR_ID, call.callerId());
            User creator = guild.member(call.callerId()).user();
            new SoundEdits(guild, changes).create(sound, creator);
            return Reply.json(SoundboardSound.from(sound, creator));
        });
    }

    @Produces
    @Singleton
    public GuildOperation updateSound() {
        return new Handler(SoundboardOperations.UPDATE_SOUND, (guild, call, changes) -> {
            RowView before = SoundView.changeable(guild, call);
            AuditDraft audit = call.audit().target(before.get(Sounds.SOUND_ID));
            RowView sound = SoundChange.of(call.body()).applied(before, guild, audit);
            if (sound.row().equals(before.row())) {
                audit.skip();
            }
            new SoundEdits(guild, changes).update(before, sound);
            return shown(guild, call, List.of(sound), List::getFirst);
        });
    }

    @Produces
    @Singleton
    public GuildOperation deleteSound() {
        return new Handler(SoundboardOperations.DELETE_SOUND, (guild, call, changes) -> {
            RowView sound = SoundView.changeable(guild, call);
            call.audit().target(sound.get(Sounds.SOUND_ID)).change("name", sound.get(Sounds.NAME), null);
            new SoundEdits(guild, changes).delete(sound);
            return Reply.noContent();
        });
    }

    private static Reply shown(
            GuildState guild, Call call, Collection<RowView> sounds, Function<List<SoundboardSound>, Object> answer) {
        if (!new ExpressionGuard(guild, call.callerId()).seesCreators()) {
            return Reply.json(answer.apply(sounds.stream()
                    .map(sound -> SoundboardSound.from(sound, null))
                    .toList()));
        }
        StorageFacade storage = guild.context().freeStorage();
        return Reply.later(() -> Reply.json(answer.apply(SoundView.withCreators(sounds, storage))));
    }

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
