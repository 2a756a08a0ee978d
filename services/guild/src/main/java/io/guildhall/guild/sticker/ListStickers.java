package io.guildhall.guild.sticker;

import io.guildhall.guild.authority.ExpressionGuard;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.state.ExpressionList;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.StickerOperations;
import io.guildhall.model.payload.Sticker;
import jakarta.inject.Singleton;

/** Every sticker of a guild. Who made them is for those who may make some themselves. */
@Singleton
public final class ListStickers implements GuildOperation {
    @Override
    public Operation operation() {
        return StickerOperations.LIST_STICKERS;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        ExpressionList<Sticker> stickers = guild.expressions().stickers();
        if (!new ExpressionGuard(guild, call.callerId()).seesCreators()) {
            return Reply.ready(stickers.json().get());
        }
        StorageFacade storage = guild.context().freeStorage();
        return Reply.later(() -> Reply.json(StickerView.withCreators(stickers.rows(), storage)));
    }
}
