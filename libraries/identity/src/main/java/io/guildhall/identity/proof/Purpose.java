package io.guildhall.identity.proof;

import java.time.Duration;

/** What a token of a proof is for. Their order is in tokens and rows: new ones come at the end. */
public enum Purpose {
    /** That an e-mail address is the account's. Who asks again gets the same token, so that a mail that is late is good, too. */
    EMAIL(Duration.ofDays(1), true),
    /** That somebody who has forgotten the password reads the account's mail. */
    RESET(Duration.ofHours(1), true);

    private final Duration life;
    private final boolean repeated;

    Purpose(Duration life, boolean repeated) {
        this.life = life;
        this.repeated = repeated;
    }

    Duration life() {
        return life;
    }

    /** Whether somebody who asks again gets the same token, while half of its life is left. */
    boolean repeated() {
        return repeated;
    }
}
