package io.guildhall.guild.applicationemoji;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.patch.Patch;
import io.guildhall.guild.state.Rows;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ApplicationEmojiOperations;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Emojis;
import jakarta.inject.Singleton;

/** Renames an emoji of an application. */
@Singleton
public final class UpdateApplicationEmoji implements UserOperation {
    @Override
    public Operation operation() {
        return ApplicationEmojiOperations.UPDATE_APPLICATION_EMOJI;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        ApplicationEmojis emojis = ApplicationEmojis.of(user, call);
        RowView before = emojis.named(call);
        ApplicationEmojiChange body = ApplicationEmojiChange.of(call.body());
        if (body.name().hasValue()) {
            ApplicationEmojis.requireFree(body.name().required(), before.get(Emojis.EMOJI_ID), emojis.all());
        }
        RowView emoji =
                new Patch(before, call.audit()).put(body.name(), Emojis.NAME).row();
        Rows.save(before, emoji, changes);
        return emojis.reply(emoji);
    }
}
