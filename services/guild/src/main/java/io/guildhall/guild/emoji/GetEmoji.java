package io.guildhall.guild.emoji;

import io.guildhall.guild.authority.ExpressionGuard;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.EmojiOperations;
import io.guildhall.model.payload.Emoji;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Emojis;
import jakarta.inject.Singleton;
import java.util.List;

/** One emoji of a guild. Who made it is for those who may change it. */
@Singleton
public final class GetEmoji implements GuildOperation {
    @Override
    public Operation operation() {
        return EmojiOperations.GET_EMOJI;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        RowView emoji = EmojiView.named(guild, call);
        if (!new ExpressionGuard(guild, call.callerId()).mayChange(emoji.get(Emojis.CREATOR_ID))) {
            return Reply.json(Emoji.from(emoji, null));
        }
        StorageFacade storage = guild.context().freeStorage();
        return Reply.later(
                () -> Reply.json(EmojiCreators.show(List.of(emoji), storage).getFirst()));
    }
}
