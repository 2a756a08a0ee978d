package io.guildhall.guild.linking;

import io.guildhall.guild.audit.AuditWriter;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.guild.state.ChannelLink;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildEdits;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.operation.AuditAction;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What a guild is told and keeps when one of its channels is linked to a lobby, or is linked no more. */
@Singleton
public final class Linking {
    static final String KEY = "linked_lobby";

    private final AuditWriter audit;

    public Linking(AuditWriter audit) {
        this.audit = audit;
    }

    /** @param by who did it in the game; its application, which may end the lobby, or a person */
    void changed(GuildState guild, GuildChannel before, GuildChannel after, long by, Changes changes) {
        new GuildEdits(guild, changes).saveChannel(after);
        AuditDraft draft = draft(new AuditDraft().target(before.id()), before, after);
        audit.entry(guild, by, AuditAction.CHANNEL_UPDATE, Optional.empty(), draft, changes);
    }

    static AuditDraft draft(AuditDraft draft, GuildChannel before, GuildChannel after) {
        return draft.change(KEY, shown(before), shown(after));
    }

    private static Object shown(GuildChannel channel) {
        return ChannelLink.of(channel).map(ChannelLink::shown).orElse(null);
    }
}
