package io.guildhall.model.push;

/** Why a person is told of something while it does not look; of several the first counts. */
public enum PushReason {
    PRIVATE_MESSAGE,
    MENTION,
    REPLY,
    FRIEND_REQUEST,
    FRIEND_ACCEPTED,
    ROLE_MENTION,
    EVERYONE_MENTION,
    THREAD_MESSAGE,
    /** What is to take place at a time begins. */
    EVENT_START,
    CHANNEL_MESSAGE;

    /** Whether it is about a person and not about a message. */
    public boolean isOfPeople() {
        return this == FRIEND_REQUEST || this == FRIEND_ACCEPTED;
    }
}
