package io.guildhall.guild.sticker;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.ExpressionEdits;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.StickerOperations;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Stickers;
import jakarta.inject.Singleton;

/** Deletes a sticker. Messages that carry it keep its name and id. */
@Singleton
public final class DeleteSticker implements GuildOperation {
    @Override
    public Operation operation() {
        return StickerOperations.DELETE_STICKER;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        RowView sticker = StickerView.changeable(guild, call);
        call.audit().target(sticker.get(Stickers.STICKER_ID)).change("name", sticker.get(Stickers.NAME), null);
        new ExpressionEdits(guild, changes).deleteSticker(sticker);
        return Reply.noContent();
    }
}
