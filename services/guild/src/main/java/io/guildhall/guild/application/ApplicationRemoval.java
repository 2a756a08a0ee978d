package io.guildhall.guild.application;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.Rows;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.event.Events;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Applications;
import io.guildhall.model.table.catalogue.ApplicationsByOwner;
import io.guildhall.model.table.catalogue.Commands;
import io.guildhall.model.table.catalogue.Credentials;
import io.guildhall.model.table.catalogue.Users;

/**
 * Deletes an application with its commands and its bot: the bot's token is void, its sessions end, and every guild removes
 * it. The bot's account stays, marked as deleted, because messages name it as their author.
 */
final class ApplicationRemoval {
    private ApplicationRemoval() {}

    static Reply apply(UserState user, Call call, Changes changes) {
        ApplicationAccess.requireOwner(user, call);
        long id = user.id();
        changes.write(Write.delete(Applications.TABLE, id))
                .write(Write.delete(ApplicationsByOwner.TABLE, call.callerId(), id))
                .write(Write.delete(Credentials.TABLE, id))
                .write(Write.deletePartition(Commands.TABLE, id, 0L));
        for (long guild : user.guilds()) {
            changes.write(Write.deletePartition(Commands.TABLE, id, guild));
            changes.step(Keys.guild(guild), AccountGone.STEP, Json.object().put("user_id", Snowflake.format(id)));
        }
        RowView account = user.bot().isPresent() ? Rows.with(user.account(), Users.DELETED, true) : null;
        if (account != null) {
            changes.write(Rows.write(user.account(), account));
        }
        user.replace(account, null);
        changes.event(Events.control("$INVALIDATE", Json.object().put("resumable", false))
                .build());
        return Reply.noContent();
    }
}
