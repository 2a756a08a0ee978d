package io.guildhall.guild.incident;

import io.guildhall.guild.state.FeatureSet;
import io.guildhall.guild.state.GuildView;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Guilds;

/** What a guild has closed for a while, because somebody floods it with accounts or with direct messages. */
public final class Incidents {
    /** Closes invites until it is taken away. */
    private static final String INVITES_DISABLED = "INVITES_DISABLED";

    private Incidents() {}

    /**
     * Whether somebody may join by an invite.
     *
     * @throws ApiException when invites are paused
     */
    public static void requireOpenInvites(GuildView guild) {
        boolean closed = FeatureSet.has(guild.row(), INVITES_DISABLED)
                || guild.row().get(Guilds.INVITES_DISABLED_UNTIL, 0L) > guild.now();
        if (closed) {
            throw ApiException.of(ErrorCode.MISSING_ACCESS, "Invites of this guild are paused");
        }
    }

    /** Whether belonging to this guild alone lets its people write to each other. */
    public static boolean lettersOpen(RowView guild, long now) {
        return guild.get(Guilds.DMS_DISABLED_UNTIL, 0L) <= now;
    }
}
