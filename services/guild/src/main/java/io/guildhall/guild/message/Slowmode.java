package io.guildhall.guild.message;

import io.guildhall.guild.call.Place;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.permission.Permission;

/** The pause that a channel sets between two messages of one member. */
final class Slowmode {
    private Slowmode() {}

    /** As {@link #left}; refuses when it is too soon. */
    static void pass(Place place, long userId, boolean bot) {
        long left = left(place, userId, bot);
        if (left > 0) {
            throw ApiException.retryAfter(
                    ErrorCode.ACTION_CANNOT_BE_PERFORMED_DUE_TO_SLOWMODE_RATE_LIMIT, left / 1000.0);
        }
    }

    /**
     * For how many ms it is too soon; else 0, and it is remembered that the member writes now; when the message is refused for another
     * reason, that it does not count. Bots need not wait, nor who may bypass the pause.
     */
    static long left(Place place, long userId, boolean bot) {
        long pause = place.slowmode() * 1000;
        if (pause == 0 || bot || Permission.BYPASS_SLOWMODE.in(place.permissions(userId))) {
            return 0;
        }
        long left = place.lastWrittenAt(userId) + pause - place.now();
        if (left > 0) {
            return left;
        }
        place.rememberWriter(userId);
        return 0;
    }
}
