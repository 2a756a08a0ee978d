package io.guildhall.guild.application;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Applications;

/** Who may see and change an application: its bot and its owner. */
public final class ApplicationAccess {
    private ApplicationAccess() {}

    public static RowView application(UserState user) {
        return user.application().orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_APPLICATION));
    }

    public static void requireManager(UserState user, Call call) {
        if (call.callerId() != user.id()) {
            requireOwner(user, call);
        }
    }

    public static void requireOwner(UserState user, Call call) {
        if (application(user).get(Applications.OWNER_ID, 0L) != call.callerId()) {
            throw ApiException.of(ErrorCode.NOT_AUTHORIZED_TO_PERFORM_THIS_ACTION_ON_THIS_APPLICATION);
        }
    }
}
