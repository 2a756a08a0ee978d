package io.guildhall.guild.invite;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.catalogue.Guilds;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The invites of widgets: nobody's, to the channel that the guild's managers chose, for a day each. */
@Singleton
public final class WidgetInvites {
    /** Nobody answers for them. */
    private static final long NOBODY = 0;

    private final InviteCodes codes;

    public WidgetInvites(InviteCodes codes) {
        this.codes = codes;
    }

    /** The code of the one that is there, else of a new one; empty when there is no channel to lead to, or no room for one more. */
    public Optional<String> code(GuildState guild, Changes changes) {
        Long channel = guild.row().get(Guilds.WIDGET_CHANNEL_ID);
        if (channel == null || guild.findChannel(channel).isEmpty()) {
            return Optional.empty();
        }
        InviteBook book = InviteBook.of(guild);
        GuildInvite wanted =
                GuildInvite.asked(codes.next(), guild.id(), channel, NOBODY, NewInvite.of(Json.object()), guild.now());
        Optional<GuildInvite> there = book.similar(wanted);
        if (there.isPresent() || !book.hasRoom() || !book.add(wanted, changes)) {
            return there.map(GuildInvite::code);
        }
        changes.event(InviteEvents.created(guild, wanted, InviteView.of(guild, List.of(wanted))));
        return Optional.of(wanted.code());
    }
}
