package io.guildhall.guild.emoji;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.ExpressionEdits;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.EmojiOperations;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Emojis;
import jakarta.inject.Singleton;

/** Deletes an emoji. Messages that carry it keep its name and id. */
@Singleton
public final class DeleteEmoji implements GuildOperation {
    @Override
    public Operation operation() {
        return EmojiOperations.DELETE_EMOJI;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        RowView emoji = EmojiView.changeable(guild, call);
        call.audit().target(emoji.get(Emojis.EMOJI_ID)).change("name", emoji.get(Emojis.NAME), null);
        new ExpressionEdits(guild, changes).deleteEmoji(emoji);
        return Reply.noContent();
    }
}
