package io.guildhall.guild.application;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.provisional.ForgetPlayers;
import io.guildhall.guild.state.Rows;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.event.Events;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ApplicationsByOwner;
import io.guildhall.model.table.catalogue.Commands;
import io.guildhall.model.table.catalogue.Credentials;
import io.guildhall.model.table.catalogue.Emojis;
import io.guildhall.model.table.catalogue.ExpressionOwners;
import io.guildhall.model.table.catalogue.Users;

/**
 * Deletes an application with its commands, its emojis, what it offered, what it knew of players, and its bot: the bot's token is void, its sessions end, and every guild removes
 * it. The bot's account stays, marked as deleted, because messages name it as their author.
 */
final class ApplicationRemoval {
    private ApplicationRemoval() {}

    static Reply apply(UserState user, Call call, Changes changes) {
        ApplicationAccess.requireOwner(user, call);
        long id = user.id();
        Rows.delete(ApplicationAccess.application(user), changes);
        changes.write(Write.delete(ApplicationsByOwner.TABLE, call.callerId(), id))
                .write(Write.delete(Credentials.TABLE, id))
                .write(Write.deletePartition(Commands.TABLE, id, 0L))
                .write(Write.deletePartition(Emojis.TABLE, id));
        user.context().storage().all(Emojis.TABLE, id).forEach(emoji -> {
            changes.write(Write.delete(ExpressionOwners.TABLE, emoji.get(Emojis.EMOJI_ID)));
            Rows.forgetPictures(emoji, changes);
        });
        new OffersGone(user.context().storage(), changes).of(id);
        ForgetPlayers.begin(call.callerId(), id, changes);
        for (long guild : user.guilds()) {
            changes.write(Write.deletePartition(Commands.TABLE, id, guild));
            changes.step(Keys.guild(guild), AccountGone.STEP, Json.object().put("user_id", Snowflake.format(id)));
        }
        RowView account = user.bot().isPresent() ? deleted(user.account()) : null;
        if (account != null) {
            Rows.save(user.account(), account, changes);
        }
        user.replace(account, null);
        changes.event(Events.control("$INVALIDATE", Json.object().put("resumable", false))
                .build());
        return Reply.noContent();
    }

    /** What messages still show of a bot that is gone. */
    private static RowView deleted(RowView account) {
        RowView marked = Rows.with(account, Users.DELETED, true);
        return Rows.with(Rows.with(marked, Users.AVATAR, null), Users.BANNER, null);
    }
}
