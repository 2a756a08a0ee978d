package io.guildhall.guild.state;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.KeptTimeOuts;
import io.guildhall.model.table.catalogue.Members;
import java.util.Optional;

/** Leaving and coming back ends no time-out. */
public record LeftTimeOuts(GuildState guild, Changes changes) {
    /** What {@link #restore} reads. */
    public static ReadRequest foreseen(long guildId, long userId) {
        return Read.row(KeptTimeOuts.TABLE, guildId, userId);
    }

    void keep(GuildMember leaving) {
        if (leaving.timedOutUntil() > guild.now()) {
            changes.write(Write.to(KeptTimeOuts.TABLE, guild.id(), leaving.id())
                    .set(KeptTimeOuts.UNTIL, leaving.timedOutUntil())
                    .build());
        }
    }

    GuildMember restore(GuildMember newcomer) {
        Optional<RowView> kept = guild.storage().row(KeptTimeOuts.TABLE, guild.id(), newcomer.id());
        if (kept.isEmpty()) {
            return newcomer;
        }
        changes.write(Write.delete(KeptTimeOuts.TABLE, guild.id(), newcomer.id()));
        long until = kept.get().get(KeptTimeOuts.UNTIL, 0L);
        return until > guild.now()
                ? newcomer.withRow(Rows.with(newcomer.row(), Members.COMMUNICATION_DISABLED_UNTIL, until))
                : newcomer;
    }
}
