package io.guildhall.guild.invite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.ShownApplication;
import io.guildhall.model.payload.User;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.table.catalogue.Invites;

/** The events of invites, for those who may manage the invite's channel. */
final class InviteEvents {
    private InviteEvents() {}

    static Event created(GuildState guild, GuildInvite invite, InviteView view) {
        ObjectNode payload = names(guild, invite)
                .put("created_at", Json.timestamp(invite.createdAt()))
                .put("expires_at", Json.timestampOrNull(invite.expiresAt()))
                .put("max_age", invite.maxAge())
                .put("max_uses", invite.maxUses())
                .put("temporary", invite.temporary())
                .put("uses", invite.uses())
                .put("type", 0)
                .put("flags", 0);
        User inviter = view.user(invite.inviterId());
        if (inviter != null) {
            payload.set("inviter", Json.tree(inviter));
        }
        Long targetType = invite.row().get(Invites.TARGET_TYPE);
        if (targetType != null) {
            payload.put("target_type", targetType);
        }
        User target = view.user(invite.row().get(Invites.TARGET_USER_ID));
        if (target != null) {
            payload.set("target_user", Json.tree(target));
        }
        ShownApplication application = view.application(invite);
        if (application != null) {
            payload.set("target_application", Json.tree(application));
        }
        return managed(DispatchEvent.INVITE_CREATE, invite, payload);
    }

    static Event deleted(GuildState guild, GuildInvite invite) {
        return managed(DispatchEvent.INVITE_DELETE, invite, names(guild, invite));
    }

    private static ObjectNode names(GuildState guild, GuildInvite invite) {
        return Json.object()
                .put("channel_id", Snowflake.format(invite.channelId()))
                .put("guild_id", Snowflake.format(guild.id()))
                .put("code", invite.code());
    }

    private static Event managed(DispatchEvent name, GuildInvite invite, ObjectNode payload) {
        return Events.inChannel(name, invite.channelId(), payload)
                .setPermissions(Permission.MANAGE_CHANNELS.mask())
                .build();
    }
}
