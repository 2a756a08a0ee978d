package io.guildhall.guild.ending;

import io.guildhall.guild.user.ManyRows;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.PersonErrorCode;
import io.guildhall.model.table.catalogue.Guilds;

/** Guilds have an owner: whoever has one gives it away before they go. */
final class OwnedGuilds {
    private OwnedGuilds() {}

    /** @throws ApiException 40011 while there is one */
    static void requireNone(UserState user) {
        ManyRows.read(user.context().storage(), Guilds.TABLE, user.guilds()).forEach((guild, row) -> {
            if (row.get(Guilds.OWNER_ID, 0L) == user.id()) {
                throw ApiException.of(PersonErrorCode.MUST_TRANSFER_GUILDS);
            }
        });
    }
}
