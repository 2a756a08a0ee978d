package io.guildhall.guild.user;

import io.guildhall.guild.kernel.actor.Changes;
import java.util.function.LongPredicate;

/** Takes note of logins that are over, in the batch with which the user's actor hears of it. It may hear of it twice. */
public interface LoginListener {
    /** @param ended which logins are */
    void ended(UserState user, LongPredicate ended, Changes changes);
}
