package io.guildhall.push.notification;

/** What is dropped last comes first. Where there is no room, nothing of one class goes while something of a later one waits. */
public enum Priority {
    /** It rings now. */
    CALL,
    /** Meant for this person alone: private messages, mentions by name, replies, requests of friends. */
    DIRECT,
    /** Meant for those who bear a role, or follow a thread. */
    GROUP,
    /** Meant for everyone of a guild: mentions of everyone, events that start. */
    EVERYONE,
    /** Any message of a channel of which the person wants to hear all. */
    CHANNEL
}
