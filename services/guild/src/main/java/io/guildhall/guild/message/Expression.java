package io.guildhall.guild.message;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.sticker.StickerUse;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.catalogue.Messages;
import java.util.List;

/** How a message looks beside its text: stickers, which are a sender's only under conditions, and a shared theme. */
final class Expression {
    private Expression() {}

    static void fill(RowEdit message, Place place, Call call, NewMessage asked) {
        asked.sharedClientTheme()
                .value()
                .ifPresent(theme -> message.set(Messages.SHARED_CLIENT_THEME, Json.bytes(theme)));
        List<Long> stickers = asked.stickerIds().or(List.of());
        if (!stickers.isEmpty()) {
            message.set(Messages.STICKER_ITEMS, Json.bytes(new StickerUse(place, call.callerId()).items(stickers)));
        }
    }
}
