package io.guildhall.model.permission;

/** Which kind of implicit denials a channel has. */
public enum ChannelRules {
    /** Text, announcement, forum, media channels and categories. */
    TEXT,
    /** Voice and stage channels: who may not connect may do nothing. */
    VOICE,
    /** Threads: the parent's overwrites, and SEND_MESSAGES_IN_THREADS in the place of SEND_MESSAGES. */
    THREAD
}
