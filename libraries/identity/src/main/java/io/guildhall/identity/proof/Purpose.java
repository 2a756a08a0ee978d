package io.guildhall.identity.proof;

import io.guildhall.identity.Person;
import java.time.Duration;

/** What a token of a proof is for. Their order is in tokens and rows: new ones come at the end. */
public enum Purpose {
    /** That an e-mail address is the account's. Who asks again gets the same token, so that a mail that is late is good, too. */
    EMAIL(Duration.ofDays(1), true),
    /** That somebody who has forgotten the password reads the account's mail. */
    RESET(Duration.ofHours(1), true),
    /** That somebody has shown the password, and is to show the second factor. */
    TICKET(Duration.ofMinutes(5), false),
    /** That somebody who is logged in has shown the password, and is to show a device's key. */
    PASSKEY(Duration.ofMinutes(5), false);

    private final Duration life;
    private final boolean repeated;

    Purpose(Duration life, boolean repeated) {
        this.life = life;
        this.repeated = repeated;
    }

    /** The state of an account that a token is good for: with another address, or another password, it is none any more. */
    public String about(Person person) {
        return switch (this) {
            case EMAIL -> person.email().orElse("");
            case RESET -> person.email().orElse("") + "\n" + person.passwordMark();
            case TICKET, PASSKEY -> person.passwordMark();
        };
    }

    Duration life() {
        return life;
    }

    /** Whether somebody who asks again gets the same token, while half of its life is left. */
    boolean repeated() {
        return repeated;
    }
}
