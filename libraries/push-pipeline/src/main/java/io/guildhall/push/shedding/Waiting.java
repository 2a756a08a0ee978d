package io.guildhall.push.shedding;

import io.guildhall.push.notification.Conversation;
import io.guildhall.push.notification.Notification;
import java.time.Instant;
import java.util.Optional;

/** What waits, as a policy sees it. Each answer costs at most the logarithm of how many wait. */
public interface Waiting {
    /** One whose time is over. */
    Optional<Notification> expired(Instant now);

    /** A conversation in which several wait: the one that became such first. */
    Optional<Conversation> crowded();

    /** Of the least important class of which something waits, the one that came first. */
    Notification leastImportant();
}
