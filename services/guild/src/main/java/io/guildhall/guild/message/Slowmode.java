package io.guildhall.guild.message;

import io.guildhall.guild.call.Place;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.permission.Permission;

/** The pause that a channel sets between two messages of one member. */
final class Slowmode {
    private Slowmode() {}

    /**
     * Refuses when it is too soon, else remembers that the member writes now; when the message is refused for another reason, that
     * it does not count. Bots need not wait, nor who may bypass the pause.
     */
    static void pass(Place place, long userId, boolean bot) {
        long pause = place.slowmode() * 1000;
        if (pause == 0 || bot || Permission.BYPASS_SLOWMODE.in(place.permissions(userId))) {
            return;
        }
        long next = place.lastWrittenAt(userId) + pause;
        if (place.now() < next) {
            throw ApiException.retryAfter(
                    ErrorCode.ACTION_CANNOT_BE_PERFORMED_DUE_TO_SLOWMODE_RATE_LIMIT, (next - place.now()) / 1000.0);
        }
        place.rememberWriter(userId);
    }
}
