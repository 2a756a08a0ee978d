package io.guildhall.guild.applicationemoji;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ApplicationEmojiOperations;
import jakarta.inject.Singleton;

/** One emoji of an application, with who made it. */
@Singleton
public final class GetApplicationEmoji implements UserOperation {
    @Override
    public Operation operation() {
        return ApplicationEmojiOperations.GET_APPLICATION_EMOJI;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        ApplicationEmojis emojis = ApplicationEmojis.of(user, call);
        return emojis.reply(emojis.named(call));
    }
}
