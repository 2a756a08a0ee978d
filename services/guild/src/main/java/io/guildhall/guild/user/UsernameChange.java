package io.guildhall.guild.user;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.name.UsernameRule;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Usernames;
import io.guildhall.model.table.catalogue.Users;
import jakarta.inject.Singleton;

/**
 * Gives an account another username. A person's is unique whatever its case; a bot shares its name with others and is
 * told apart by its discriminator.
 */
@Singleton
public final class UsernameChange {
    /** Collects that the name is claimed, or else the command refused, and that the old one is free again. */
    void claim(UserState user, String username, Changes changes) {
        String wanted = UsernameRule.key(username);
        String held = UsernameRule.key(user.account().get(Users.USERNAME, ""));
        if (user.isBot() || held.equals(wanted)) {
            return;
        }
        changes.claim(() -> reserve(user, wanted)).write(Write.delete(Usernames.TABLE, held));
    }

    /** A claim that this user made before, when what followed could not be written, still holds. */
    private static void reserve(UserState user, String wanted) {
        StorageFacade storage = user.context().storage();
        boolean claimed = storage.writeIfAbsent(Write.to(Usernames.TABLE, wanted)
                .set(Usernames.USER_ID, user.id())
                .ifAbsent()
                .build());
        if (!claimed
                && !isHolder(user.id(), storage.row(Usernames.TABLE, wanted).orElse(null))) {
            throw ApiException.invalidField(
                    "username",
                    "USERNAME_ALREADY_TAKEN",
                    "Username is unavailable. Try adding numbers, letters, underscores _ , or periods.");
        }
    }

    private static boolean isHolder(long user, RowView row) {
        return row != null && row.get(Usernames.USER_ID, 0L) == user;
    }
}
