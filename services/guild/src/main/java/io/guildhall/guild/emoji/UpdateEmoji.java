package io.guildhall.guild.emoji;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.guild.patch.Patch;
import io.guildhall.guild.state.ExpressionEdits;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.EmojiOperations;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Emojis;
import jakarta.inject.Singleton;
import java.util.List;

/** Renames an emoji, or says who may use it. Those who made it may, and those who manage all of them. */
@Singleton
public final class UpdateEmoji implements GuildOperation {
    @Override
    public Operation operation() {
        return EmojiOperations.UPDATE_EMOJI;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        RowView before = EmojiView.changeable(guild, call);
        AuditDraft audit = call.audit().target(before.get(Emojis.EMOJI_ID));
        EmojiChange body = EmojiChange.of(call.body());
        RowView renamed = new Patch(before, audit).put(body.name(), Emojis.NAME).row();
        RowView emoji = EmojiRoles.put(guild, renamed, body.roles(), audit);
        if (emoji.row().equals(before.row())) {
            audit.skip();
        }
        new ExpressionEdits(guild, changes).saveEmoji(emoji);
        StorageFacade storage = guild.context().freeStorage();
        return Reply.later(
                () -> Reply.json(EmojiCreators.show(List.of(emoji), storage).getFirst()));
    }
}
