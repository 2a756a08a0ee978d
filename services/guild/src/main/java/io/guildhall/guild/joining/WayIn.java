package io.guildhall.guild.joining;

/** How somebody comes to be a member of a guild that is there. Its maker is a member from the start, and comes by none of them. */
public enum WayIn {
    /** A person accepts an invite. */
    INVITE(false),
    /** An application brings a person who allowed it that. */
    APPLICATION(false),
    /** A person asked, and somebody said yes. */
    REQUEST(false),
    /** Somebody who manages the guild adds an application's bot. */
    AUTHORISATION(true);

    private final boolean ofBots;

    WayIn(boolean ofBots) {
        this.ofBots = ofBots;
    }

    /** Whether bots come this way, and only they; people come by all others. */
    boolean ofBots() {
        return ofBots;
    }
}
