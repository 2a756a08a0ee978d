package io.guildhall.guild.screening;

/** How far a request to join has come, by Discord's names. */
enum RequestStatus {
    /** Nothing is answered yet. */
    STARTED,
    /** Somebody should look at it. */
    SUBMITTED,
    REJECTED,
    APPROVED;

    boolean decided() {
        return switch (this) {
            case STARTED, SUBMITTED -> false;
            case REJECTED, APPROVED -> true;
        };
    }
}
