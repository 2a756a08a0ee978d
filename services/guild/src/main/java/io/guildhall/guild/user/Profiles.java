package io.guildhall.guild.user;

import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Users;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads accounts for actors that are not theirs. */
public final class Profiles {
    private Profiles() {}

    /** The public profile; empty when there is no such account. */
    public static Optional<User> find(StorageFacade storage, long userId) {
        return row(storage, userId).map(User::from);
    }

    public static User get(StorageFacade storage, long userId) {
        return find(storage, userId).orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_USER));
    }

    /** In the order of the ids; accounts that do not exist are left out. Blocks until all are read. */
    public static Map<Long, User> of(StorageFacade storage, Collection<Long> userIds) {
        Map<Long, User> found = new LinkedHashMap<>();
        ManyRows.read(storage, Users.TABLE, userIds).forEach((id, row) -> {
            if (row.has(Users.USERNAME)) {
                found.put(id, User.from(row));
            }
        });
        return found;
    }

    /** The whole row. One without a username is what was left of a deleted account. */
    public static Optional<RowView> row(StorageFacade storage, long userId) {
        return storage.row(Users.TABLE, userId).filter(row -> row.has(Users.USERNAME));
    }
}
