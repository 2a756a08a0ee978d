package io.guildhall.model.account;

import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Users;

/** Which accounts may be used: one place for all ways in, so that none stays open. */
public final class UsableAccounts {
    private UsableAccounts() {}

    /** Neither over, nor kept from being used by whoever looks after the instance, nor by its own person. */
    public static boolean isUsable(RowView account) {
        return !account.get(Users.DELETED, false) && !account.get(Users.DISABLED, false) && !isPaused(account);
    }

    /** Kept from being used by its own person and by nobody else: it comes back with the next login. */
    public static boolean comesBack(RowView account) {
        return isPaused(account) && !account.get(Users.DELETED, false) && !account.get(Users.DISABLED, false);
    }

    private static boolean isPaused(RowView account) {
        return account.get(Users.PAUSED, false);
    }
}
