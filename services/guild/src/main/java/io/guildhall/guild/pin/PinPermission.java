package io.guildhall.guild.pin;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.Place;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.permission.Permission;

/** PIN_MESSAGES, or MANAGE_MESSAGES, from which it was split off. Everybody may pin in a private channel. */
final class PinPermission {
    private static final long EITHER = Permission.of(Permission.PIN_MESSAGES, Permission.MANAGE_MESSAGES);

    private PinPermission() {}

    static void require(Place place, Call call) {
        if (place.guildId().isPresent() && (place.permissions(call.callerId()) & EITHER) == 0) {
            throw ApiException.of(ErrorCode.MISSING_PERMISSIONS);
        }
    }
}
