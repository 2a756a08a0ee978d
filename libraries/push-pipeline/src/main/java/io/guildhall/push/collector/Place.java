package io.guildhall.push.collector;

import io.guildhall.push.notification.Notification;
import io.guildhall.push.notification.Priority;
import java.time.Instant;
import java.util.Comparator;

/**
 * One place of the buffer.
 *
 * @param notBefore it is sent then at the earliest
 */
record Place(Attempt attempt, Instant notBefore) {
    /** The most important first, and of a class what came first. */
    static final Comparator<Place> BY_IMPORTANCE =
            Comparator.comparing(Place::priority).thenComparingLong(Place::order);

    static final Comparator<Place> BY_EXPIRY = Comparator.comparing(
                    (Place place) -> place.notification().expires())
            .thenComparingLong(Place::order);
    static final Comparator<Place> BY_START =
            Comparator.comparing(Place::notBefore).thenComparingLong(Place::order);

    Notification notification() {
        return attempt.notification();
    }

    Priority priority() {
        return notification().priority();
    }

    long order() {
        return attempt.order();
    }
}
