package io.guildhall.guild.user;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.User;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.UserChanged;
import io.guildhall.model.table.RowView;
import jakarta.inject.Singleton;

/**
 * Puts a changed account in force: the user's own sessions get USER_UPDATE, and when others can see the difference, each
 * of the user's guilds is told and tells its members.
 */
@Singleton
public final class ProfileChange {
    void apply(UserState user, RowView changed, Changes changes) {
        User before = user.user();
        user.changeAccount(changed, changes);
        changes.event(Events.forUser(DispatchEvent.USER_UPDATE, user.self()).build());
        if (!user.user().equals(before)) {
            user.guilds().forEach(guild -> tellGuild(user, guild, changes));
        }
    }

    /** Lets a guild know what the user looks like now; it compares that with what it knows. */
    static void tellGuild(UserState user, long guild, Changes changes) {
        UserChanged changed =
                UserChanged.newBuilder().setUser(Json.bytes(user.user())).build();
        changes.tell(Keys.guild(guild), Command.newBuilder().setUserChanged(changed));
    }
}
