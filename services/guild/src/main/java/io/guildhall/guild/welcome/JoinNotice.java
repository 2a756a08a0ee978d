package io.guildhall.guild.welcome;

import io.guildhall.guild.channel.GuildPlace;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.message.MessageType;
import io.guildhall.guild.message.MessageWriter;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Guilds;
import jakarta.inject.Singleton;

/** Tells in a guild's system channel who has come, unless the guild wants to hear nothing of that. */
@Singleton
public final class JoinNotice {
    /** The bit of the system channel's flags that keeps these notices away. */
    private static final long SUPPRESSED = 1;

    private final MessageWriter writer;

    public JoinNotice(MessageWriter writer) {
        this.writer = writer;
    }

    /** For somebody who is a member already. */
    public void announce(GuildState guild, GuildMember newcomer, Changes changes) {
        RowView settings = guild.row();
        boolean suppressed = (settings.get(Guilds.SYSTEM_CHANNEL_FLAGS, 0L) & SUPPRESSED) != 0;
        settings.find(Guilds.SYSTEM_CHANNEL_ID)
                .filter(channel -> !suppressed && guild.findChannel(channel).isPresent())
                .ifPresent(channel -> writer.notice(
                        new GuildPlace(guild, channel),
                        newcomer.user(),
                        newcomer.id(),
                        MessageType.JOIN_NOTICE,
                        changes));
    }
}
