package io.guildhall.guild.notification;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.NotificationOperations;
import io.guildhall.model.payload.Json;
import jakarta.inject.Singleton;

/** Changes what the caller wants to be told of several guilds, all or none. */
@Singleton
public final class UpdateAllNotifications implements UserOperation {
    @Override
    public Operation operation() {
        return NotificationOperations.UPDATE_ALL_NOTIFICATIONS;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        ArrayNode changed = Json.array();
        AllNotificationsBody.of(call.body()).each().forEach((guild, body) -> {
            if (guild != Notifications.PRIVATE) {
                UpdateGuildNotifications.requireMember(user, guild);
            }
            changed.add(Notifications.change(user, guild, body, changes).json());
        });
        return Reply.json(changed);
    }
}
