package io.guildhall.guild.sticker;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.patch.Patch;
import io.guildhall.guild.state.ExpressionEdits;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.StickerOperations;
import io.guildhall.model.payload.Sticker;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Stickers;
import jakarta.inject.Singleton;

/** A new sticker. */
@Singleton
public final class CreateSticker implements GuildOperation {
    private static final int MOST = 5;

    private final SnowflakeGenerator ids;

    public CreateSticker(SnowflakeGenerator ids) {
        this.ids = ids;
    }

    @Override
    public Operation operation() {
        return StickerOperations.CREATE_STICKER;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        if (guild.expressions().stickers().rows().size() >= MOST) {
            throw ApiException.of(ErrorCode.MAXIMUM_NUMBER_OF_STICKERS_REACHED);
        }
        long id = ids.next();
        NewSticker body = NewSticker.of(call.body());
        RowView sticker = new Patch(
                        Rows.create(Stickers.TABLE, guild.id(), id),
                        call.audit().target(id))
                .put(body.name(), Stickers.NAME)
                .put(body.tags(), Stickers.TAGS)
                .put(body.description(), Stickers.DESCRIPTION)
                .row();
        sticker = Rows.with(sticker, Stickers.IMAGE, body.hash());
        sticker = Rows.with(sticker, Stickers.FORMAT, body.format());
        sticker = Rows.with(sticker, Stickers.CREATOR_ID, call.callerId());
        new ExpressionEdits(guild, changes).saveSticker(sticker);
        return Reply.json(Sticker.from(sticker, guild.member(call.callerId()).user()));
    }
}
