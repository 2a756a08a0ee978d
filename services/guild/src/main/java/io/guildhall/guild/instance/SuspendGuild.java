package io.guildhall.guild.instance;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.memberlist.MemberListing;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.Rows;
import io.guildhall.guild.state.VoiceStates;
import io.guildhall.guild.threadlist.ThreadLooks;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.instance.GuildSteps;
import io.guildhall.model.payload.UnavailableGuild;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Guilds;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * The guild is kept from being used, or given back. Everybody who listens is told at once that it is unavailable; each member's sessions leave it, or come
 * back into it, by and by.
 */
@Singleton
public final class SuspendGuild implements GuildStep {
    private final MemberListing lists;
    private final ThreadLooks threads;

    public SuspendGuild(MemberListing lists, ThreadLooks threads) {
        this.lists = lists;
        this.threads = threads;
    }

    @Override
    public String step() {
        return GuildSteps.SUSPEND;
    }

    @Override
    public Reply handle(GuildState guild, JsonNode body, Changes changes) {
        boolean suspended = body.path(GuildSteps.SUSPENDED).asBoolean();
        RowView before = guild.row();
        if (before.get(Guilds.SUSPENDED, false) == suspended) {
            return Reply.noContent();
        }
        RowView after = Rows.with(before, Guilds.SUSPENDED, suspended);
        Rows.save(before, after, changes);
        guild.suspended(after);
        if (suspended) {
            sendAway(guild, changes);
        }
        TellAvailability.begin(guild, changes);
        return Reply.noContent();
    }

    private void sendAway(GuildState guild, Changes changes) {
        List<SessionRef> sessions = guild.audience().all();
        changes.event(
                Events.inGuild(DispatchEvent.GUILD_DELETE, new UnavailableGuild(Snowflake.format(guild.id()), true))
                        .build());
        changes.audience(audience -> audience.leave(sessions));
        lists.left(guild, sessions);
        threads.left(guild, sessions);
        guild.put(VoiceStates.none());
        guild.nobodyIsHere();
    }
}
