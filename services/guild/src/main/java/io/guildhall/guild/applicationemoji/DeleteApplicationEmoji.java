package io.guildhall.guild.applicationemoji;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.Rows;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ApplicationEmojiOperations;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Emojis;
import io.guildhall.model.table.catalogue.ExpressionOwners;
import jakarta.inject.Singleton;

/** Deletes an emoji of an application. */
@Singleton
public final class DeleteApplicationEmoji implements UserOperation {
    @Override
    public Operation operation() {
        return ApplicationEmojiOperations.DELETE_APPLICATION_EMOJI;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        ApplicationEmojis emojis = ApplicationEmojis.of(user, call);
        RowView emoji = emojis.named(call);
        Rows.delete(emoji, changes);
        changes.write(Write.delete(ExpressionOwners.TABLE, emoji.get(Emojis.EMOJI_ID)));
        return Reply.noContent();
    }
}
