package io.guildhall.guild.emoji;

import io.guildhall.guild.authority.ExpressionGuard;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.Emoji;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Emojis;
import io.guildhall.model.table.catalogue.Users;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Emojis as answers show them. */
final class EmojiView {
    private EmojiView() {}

    /** The emoji that the path names. */
    static RowView named(GuildState guild, Call call) {
        return guild.expressions()
                .emojis()
                .find(call.id("emoji_id"))
                .orElseThrow(() -> ApiException.notFound(ErrorCode.UNKNOWN_EMOJI));
    }

    /** The emoji that the path names, if it is the caller's to change. */
    static RowView changeable(GuildState guild, Call call) {
        RowView emoji = named(guild, call);
        new ExpressionGuard(guild, call.callerId()).requireChange(emoji.get(Emojis.CREATOR_ID));
        return emoji;
    }

    /** With who made each. Reads, so it is for use outside the mailbox. */
    static List<Emoji> withCreators(Collection<RowView> emojis, StorageFacade storage) {
        Map<Long, User> creators = emojis.stream()
                .map(emoji -> emoji.get(Emojis.CREATOR_ID))
                .distinct()
                .flatMap(creator -> storage.row(Users.TABLE, creator).stream())
                .collect(Collectors.toMap(user -> user.get(Users.USER_ID), User::from));
        return emojis.stream()
                .map(emoji -> Emoji.from(emoji, creators.get(emoji.get(Emojis.CREATOR_ID))))
                .toList();
    }
}
