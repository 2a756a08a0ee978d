package io.guildhall.guild.emoji;

import io.guildhall.guild.authority.ExpressionGuard;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Emojis;

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
}
