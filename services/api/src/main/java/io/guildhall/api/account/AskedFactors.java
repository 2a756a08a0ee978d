package io.guildhall.api.account;

import io.guildhall.api.handler.Standing;
import io.guildhall.identity.factor.SecondFactorRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Keeps what an account's owner knows of its second factors, which guilds ask for, with what there is. Several may change them at the same time: a key
 * is added while whoever looks after the instance takes all away, or the last two are removed by two devices.
 */
@ApplicationScoped
public class AskedFactors {
    /** Whoever changed something in between tells of it as well, so that the last one to look is right. */
    private static final int MOST_LOOKS = 8;

    private final SecondFactorRecords factors;
    private final Standing standing;

    @Inject
    public AskedFactors(SecondFactorRecords factors, Standing standing) {
        this.factors = factors;
        this.standing = standing;
    }

    /** Before anything is taken away: guilds first, so that whoever fails between the two has what they had, and can do it again. */
    public void announce(long user, boolean asked) {
        standing.secondFactor(user, asked);
    }

    /** After a change, which others may have overtaken. Says whether the account asks for anything beside its password. */
    public boolean settle(long user) {
        boolean asked = factors.asked(user);
        for (int look = 0; look < MOST_LOOKS; look++) {
            standing.secondFactor(user, asked);
            boolean now = factors.asked(user);
            if (now == asked) {
                break;
            }
            asked = now;
        }
        return asked;
    }
}
