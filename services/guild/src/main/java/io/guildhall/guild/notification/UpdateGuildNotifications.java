package io.guildhall.guild.notification;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.NotificationOperations;
import jakarta.inject.Singleton;

/** Changes what the caller wants to be told of a guild that it belongs to. */
@Singleton
public final class UpdateGuildNotifications implements UserOperation {
    @Override
    public Operation operation() {
        return NotificationOperations.UPDATE_GUILD_NOTIFICATIONS;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        long guild = call.id("guild_id");
        requireMember(user, guild);
        return Reply.json(Notifications.change(user, guild, NotificationBody.of(call.body()), changes)
                .json());
    }

    static void requireMember(UserState user, long guild) {
        if (!user.guilds().contains(guild)) {
            throw ApiException.of(ErrorCode.UNKNOWN_GUILD);
        }
    }
}
