package io.guildhall.guild.push;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.user.LoginListener;
import io.guildhall.guild.user.UserState;
import jakarta.inject.Singleton;
import java.util.function.LongPredicate;

/** A device goes with the login that registered it, so that whoever was logged out is told nothing more. */
@Singleton
public final class DevicesOfLogins implements LoginListener {
    @Override
    public void ended(UserState user, LongPredicate ended, Changes changes) {
        Devices.remove(user, device -> ended.test(device.registration().loginId()), changes);
    }
}
