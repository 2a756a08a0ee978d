package io.guildhall.guild.sticker;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.guild.patch.Patch;
import io.guildhall.guild.state.ExpressionEdits;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.StickerOperations;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Stickers;
import jakarta.inject.Singleton;

/** Changes what a sticker is called. Those who made it may, and those who manage all of them. */
@Singleton
public final class UpdateSticker implements GuildOperation {
    @Override
    public Operation operation() {
        return StickerOperations.UPDATE_STICKER;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        RowView before = StickerView.changeable(guild, call);
        StickerChange body = StickerChange.of(call.body());
        AuditDraft audit = call.audit().target(before.get(Stickers.STICKER_ID));
        RowView sticker = new Patch(before, audit)
                .put(body.name(), Stickers.NAME)
                .put(body.tags(), Stickers.TAGS)
                .put(body.description(), Stickers.DESCRIPTION)
                .row();
        if (sticker.row().equals(before.row())) {
            audit.skip();
        }
        new ExpressionEdits(guild, changes).saveSticker(sticker);
        return StickerView.reply(guild, sticker);
    }
}
