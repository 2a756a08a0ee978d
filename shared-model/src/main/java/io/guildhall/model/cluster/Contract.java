package io.guildhall.model.cluster;

/**
 * What nodes of a build understand of what others say to them: one number for each role, which rises with what its senders may not say to
 * a node that would pass over it, because that node would then do something else than it was asked. Each node announces the number of its
 * role; senders look at it. Builds from before the numbers announce 0 or 2.
 */
public final class Contract {
    /**
     * Rises with every field of an owner's frames that a relay has to heed, because whoever passes over it would tell somebody what is not
     * for them, or leave somebody out. Owners use relays that understand at least as much as they do: during an upgrade in the wrong order
     * sessions wait for a relay of the new release instead of hearing too much from one of the last.
     */
    public static final int RELAY = 3;

    /** The first number of owners: who announces less does not say what it knows, and is asked for nothing. */
    public static final int FIRST_OWNER = 3;

    /**
     * Rises with every operation, payload, step and field of a command that an owner has to know to do what is asked. Unlike relays,
     * owners of a lower number go on being asked for whatever they know: only a command that {@code needs} more is refused, until a node of
     * the new release owns its actor.
     */
    public static final int OWNER = 3;

    private Contract() {}

    /** What a node of this build announces. */
    public static int of(Role role) {
        return switch (role) {
            case GUILD -> OWNER;
            case RELAY -> RELAY;
            case API, GATEWAY, STORAGE_PROXY, SEARCH, VOICE -> 0;
        };
    }
}
