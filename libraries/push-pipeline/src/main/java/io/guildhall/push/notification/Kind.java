package io.guildhall.push.notification;

/** Why a person is told. */
public enum Kind {
    CALL(Priority.CALL),
    PRIVATE_MESSAGE(Priority.DIRECT),
    MENTION(Priority.DIRECT),
    REPLY(Priority.DIRECT),
    FRIEND_REQUEST(Priority.DIRECT),
    FRIEND_ACCEPTED(Priority.DIRECT),
    ROLE_MENTION(Priority.GROUP),
    THREAD_MESSAGE(Priority.GROUP),
    EVERYONE_MENTION(Priority.EVERYONE),
    EVENT_START(Priority.EVERYONE),
    CHANNEL_MESSAGE(Priority.CHANNEL);

    private final Priority priority;

    Kind(Priority priority) {
        this.priority = priority;
    }

    public Priority priority() {
        return priority;
    }
}
