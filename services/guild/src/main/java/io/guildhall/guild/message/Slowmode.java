package io.guildhall.guild.message;

import io.guildhall.guild.call.Place;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.permission.Permission;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * When each member last wrote in channels that set a pause between two messages. Kept by the actor in memory only, for at
 * most {@link #CAPACITY} members and channels; beyond that the one who wrote longest ago is let through early.
 */
final class Slowmode {
    private static final int CAPACITY = 50_000;
    private static final long EXEMPTING =
            Permission.of(Permission.MANAGE_MESSAGES, Permission.MANAGE_CHANNELS, Permission.BYPASS_SLOWMODE);

    private record Writer(long channelId, long userId) {}

    private final Map<Writer, Long> lastWritten = new LinkedHashMap<>();

    /** Refuses when it is too soon, else remembers that the member writes now. Bots and moderators need not wait. */
    static void pass(Place place, long userId, boolean bot) {
        long pause = place.slowmode() * 1000;
        if (pause == 0 || bot || (place.permissions(userId) & EXEMPTING) != 0) {
            return;
        }
        place.kept().get(Slowmode.class, Slowmode::new).pass(new Writer(place.channelId(), userId), pause, place.now());
    }

    private void pass(Writer writer, long pause, long now) {
        Long last = lastWritten.remove(writer);
        if (last != null && now < last + pause) {
            lastWritten.put(writer, last);
            throw ApiException.retryAfter(
                    ErrorCode.ACTION_CANNOT_BE_PERFORMED_DUE_TO_SLOWMODE_RATE_LIMIT, (last + pause - now) / 1000.0);
        }
        lastWritten.put(writer, now);
        if (lastWritten.size() > CAPACITY) {
            lastWritten.remove(lastWritten.keySet().iterator().next());
        }
    }
}
