package io.guildhall.gateway.session;

/** Where a session is in its life. */
public enum Phase {
    /** Known to owners, READY not sent yet: events are held back. */
    IDENTIFYING,
    /** READY was sent. The session lives on for a while without a connection. */
    READY,
    /** Given to another gateway node; events are ignored until the owners know. */
    MOVED,
    /** Over. */
    ENDED
}
