package io.guildhall.guild.scheduledevent;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ScheduledEvents;
import jakarta.inject.Singleton;
import java.util.Optional;

/** An event that goes on, for a member who sees it; nothing for anybody else, or when it is over. */
@Singleton
public final class ShowBegun implements GuildStep {
    public static final String STEP = "pushShowEvent";

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public Reply handle(GuildState guild, JsonNode body, Changes changes) {
        if (!guild.exists()) {
            return Reply.noContent();
        }
        Optional<GuildMember> member =
                guild.members().find(Snowflake.parse(body.path("user_id").asText()));
        RowView event = GuildEvents.of(guild)
                .byId()
                .get(Snowflake.parse(body.path("event_id").asText()));
        boolean shows = event != null
                && event.get(ScheduledEvents.STATUS, 0L) == EventStatus.ACTIVE
                && member.filter(one -> new EventGuard(guild, one).sees(event)).isPresent();
        return shows ? Reply.json(Json.object().put("name", event.get(ScheduledEvents.NAME))) : Reply.noContent();
    }
}
