package io.guildhall.guild.sticker;

import io.guildhall.guild.authority.ExpressionGuard;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.StickerOperations;
import io.guildhall.model.payload.Sticker;
import io.guildhall.model.table.RowView;
import jakarta.inject.Singleton;

/** One sticker of a guild. Who made it is for those who may make some themselves. */
@Singleton
public final class GetGuildSticker implements GuildOperation {
    @Override
    public Operation operation() {
        return StickerOperations.GET_GUILD_STICKER;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        RowView sticker = StickerView.named(guild, call);
        return new ExpressionGuard(guild, call.callerId()).seesCreators()
                ? StickerView.reply(guild, sticker)
                : Reply.json(Sticker.from(sticker, null));
    }
}
