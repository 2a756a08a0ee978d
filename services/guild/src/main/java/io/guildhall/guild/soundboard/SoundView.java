package io.guildhall.guild.soundboard;

import io.guildhall.guild.authority.ExpressionGuard;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.SideBySide;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.SoundboardSound;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Sounds;
import io.guildhall.model.table.catalogue.Users;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sounds as answers show them. */
final class SoundView {
    private SoundView() {}

    /** The sound that the path names. */
    static RowView named(GuildState guild, Call call) {
        return guild.expressions()
                .sounds()
                .find(call.id("sound_id"))
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_SOUND));
    }

    /** The sound that the path names, if it is the caller's to change. */
    static RowView changeable(GuildState guild, Call call) {
        RowView sound = named(guild, call);
        new ExpressionGuard(guild, call.callerId()).requireChange(sound.get(Sounds.CREATOR_ID));
        return sound;
    }

    /** With who made each. Reads, so it is for use outside the mailbox. */
    static List<SoundboardSound> withCreators(Collection<RowView> sounds, StorageFacade storage) {
        List<Long> ids = sounds.stream()
                .map(sound -> sound.get(Sounds.CREATOR_ID))
                .distinct()
                .toList();
        List<Optional<User>> found =
                SideBySide.map(ids, id -> storage.row(Users.TABLE, id).map(User::from));
        Map<Long, User> creators = new HashMap<>();
        for (int index = 0; index < ids.size(); index++) {
            creators.put(ids.get(index), found.get(index).orElse(null));
        }
        return sounds.stream()
                .map(sound -> SoundboardSound.from(sound, creators.get(sound.get(Sounds.CREATOR_ID))))
                .toList();
    }
}
