package io.guildhall.guild.presence;

import java.util.Comparator;

/** A user whom others see online, as the member list sorts users: by shown name, whatever the case, then by id. */
record OnlineUser(String shownName, long userId) {
    static final Comparator<OnlineUser> ORDER = Comparator.comparing(
                    OnlineUser::shownName, String.CASE_INSENSITIVE_ORDER)
            .thenComparingLong(OnlineUser::userId);
}
