package io.guildhall.model.account;

/** How an account's owner is told what its person has proved. */
public final class StandingSteps {
    public static final String STEP = "accountStanding";
    /** The address that was proved; it counts while it is the account's. */
    public static final String VERIFIED_EMAIL = "verified_email";

    /** Whether the account asks for more than its password. */
    public static final String SECOND_FACTOR = "second_factor";

    /** Whether whoever administers the instance keeps the account from being used. */
    public static final String DISABLED = "disabled";

    /** Whether its person keeps the account from being used, until they log in again. */
    public static final String PAUSED = "paused";

    /** The step that is refused while the account's person has to settle something before it can end. */
    public static final String MAY_BE_DELETED = "accountMayBeDeleted";

    /** The step with which a person's account ends. */
    public static final String DELETED = "accountDeleted";

    private StandingSteps() {}
}
