package io.guildhall.push.shedding;

/** Why a device is not told of something. */
public enum DropReason {
    /** Its time was over before its turn came. */
    STALE,
    /** The same is told in a more important way. */
    SUPERSEDED,
    /** Another one of the same conversation tells of it too. */
    COLLAPSED,
    /** There was no room, and nothing less important. */
    NO_ROOM,
    /** Composing it found that there is nothing to tell any more: read, deleted, hidden. */
    WITHDRAWN,
    /** The device was told before. */
    REPEATED,
    /** The device is registered no more. */
    GONE,
    /** The provider will never take it. */
    REFUSED,
    /** The provider did not take it in all attempts. */
    EXHAUSTED,
    /** The provider may have it, and may not. */
    UNKNOWN
}
