package io.guildhall.standalone.hostile;

/** Somebody who comes to a guild, an application or a lobby and may do less there than its owner. */
enum Caller {
    /** Without a token. */
    NOBODY,
    /** Somebody with an account, who is no member and whose the application or the lobby is not. */
    STRANGER,
    /** A member to whom no permission was given, not even that to see channels. */
    BARE,
    /** A member who may do what guilds let everybody do when they are made, and no more. */
    PLAIN,
    /** A member with every permission but that of administrators and one that the operation is declared to need. */
    LACKING,
    /** A member with every permission but that of administrators, for whom a time-out goes on. */
    TIMED_OUT,
    /** A member with every permission but that of administrators, to whom the addressed member and role are superior. */
    BELOW,
    /** The owner of another guild, who names the own guild and what is in this one. */
    FOREIGN;

    /** True when it is right to say that something is not there: who asks may not know that it is. */
    boolean mayBeToldThatItIsUnknown() {
        return switch (this) {
            case STRANGER, BARE, FOREIGN -> true;
            case NOBODY, PLAIN, LACKING, TIMED_OUT, BELOW -> false;
        };
    }
}
