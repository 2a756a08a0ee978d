package io.guildhall.guild.emoji;

import io.guildhall.guild.authority.ExpressionGuard;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.state.ExpressionList;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.EmojiOperations;
import io.guildhall.model.payload.Emoji;
import jakarta.inject.Singleton;

/** Every emoji of a guild. Who made them is for those who may make some themselves. */
@Singleton
public final class ListEmojis implements GuildOperation {
    @Override
    public Operation operation() {
        return EmojiOperations.LIST_EMOJIS;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        ExpressionList<Emoji> emojis = guild.expressions().emojis();
        if (!new ExpressionGuard(guild, call.callerId()).seesCreators()) {
            return Reply.ready(emojis.json().get());
        }
        StorageFacade storage = guild.context().freeStorage();
        return Reply.later(() -> Reply.json(EmojiCreators.show(emojis.rows(), storage)));
    }
}
