package io.guildhall.guild.notification;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.NotificationOperations;
import jakarta.inject.Singleton;

/** Changes what the caller wants to be told of its private channels. */
@Singleton
public final class UpdatePrivateNotifications implements UserOperation {
    @Override
    public Operation operation() {
        return NotificationOperations.UPDATE_PRIVATE_NOTIFICATIONS;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        return Reply.json(Notifications.change(user, Notifications.PRIVATE, NotificationBody.of(call.body()), changes)
                .json());
    }
}
