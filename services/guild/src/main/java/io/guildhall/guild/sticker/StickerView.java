package io.guildhall.guild.sticker;

import io.guildhall.guild.authority.ExpressionGuard;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.Sticker;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Stickers;
import io.guildhall.model.table.catalogue.Users;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Stickers as answers show them. */
final class StickerView {
    private StickerView() {}

    /** The sticker that the path names. */
    static RowView named(GuildState guild, Call call) {
        return guild.expressions()
                .stickers()
                .find(call.id("sticker_id"))
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_STICKER));
    }

    /** The sticker that the path names, if it is the caller's to change. */
    static RowView changeable(GuildState guild, Call call) {
        RowView sticker = named(guild, call);
        new ExpressionGuard(guild, call.callerId()).requireChange(sticker.get(Stickers.CREATOR_ID));
        return sticker;
    }

    /** Answers with one sticker and who made it. */
    static Reply reply(GuildState guild, RowView sticker) {
        StorageFacade storage = guild.context().freeStorage();
        return Reply.later(
                () -> Reply.json(withCreators(List.of(sticker), storage).getFirst()));
    }

    /** With who made each. Reads, so it is for use outside the mailbox. */
    static List<Sticker> withCreators(Collection<RowView> stickers, StorageFacade storage) {
        Map<Long, User> creators = stickers.stream()
                .map(sticker -> sticker.get(Stickers.CREATOR_ID))
                .distinct()
                .flatMap(creator -> storage.row(Users.TABLE, creator).stream())
                .collect(Collectors.toMap(user -> user.get(Users.USER_ID), User::from));
        return stickers.stream()
                .map(sticker -> Sticker.from(sticker, creators.get(sticker.get(Stickers.CREATOR_ID))))
                .toList();
    }
}
