package io.guildhall.guild.scheduledevent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildSnapshot;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildView;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.push.PushReason;
import io.guildhall.model.push.PushSteps;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ScheduledEventUsers;
import io.guildhall.model.table.catalogue.ScheduledEvents;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Who of those that are interested in an event is told that it begins: some thousand at a time, outside the mailbox. Whoever asks goes on behind {@code next} until there
 * is none. Those that are interested in one time of an event that recurs come behind those that are in all.
 */
@Singleton
public final class PushedEvents implements GuildStep {
    @Override
    public String step() {
        return PushSteps.EVENT_AUDIENCE;
    }

    @Override
    public Reply handle(GuildState guild, JsonNode body, Changes changes) {
        Optional<RowView> event = guild.exists()
                ? Optional.ofNullable(GuildEvents.of(guild)
                        .byId()
                        .get(Snowflake.parse(body.path("event_id").asText())))
                : Optional.empty();
        if (event.isEmpty()) {
            return Reply.noContent();
        }
        GuildSnapshot snapshot = guild.snapshot();
        StorageFacade storage = guild.context().freeStorage();
        String after = body.path("after").asText("0");
        return Reply.later(() -> Reply.json(page(snapshot, event.get(), storage, after)));
    }

    private static boolean isTold(GuildView guild, GuildMember member, RowView event) {
        return !member.bot() && new EventGuard(guild, member).sees(event);
    }

    private static ObjectNode page(GuildSnapshot guild, RowView event, StorageFacade storage, String cursor) {
        String[] parts = cursor.split(":", -1);
        long exception = parts.length == 2 ? Snowflake.parse(parts[0]) : EventUsers.ALL;
        long after = Snowflake.parse(parts[parts.length - 1]);
        Read read = Read.from(ScheduledEventUsers.TABLE, event.get(ScheduledEvents.EVENT_ID), exception);
        List<RowView> rows = storage.read(ScheduledEventUsers.TABLE, (after == 0 ? read : read.after(after)).build());
        ObjectNode answer = Json.object();
        ObjectNode users = answer.putObject("users");
        for (RowView row : rows) {
            long user = row.get(ScheduledEventUsers.USER_ID);
            if (guild.members()
                    .find(user)
                    .filter(member -> isTold(guild, member, event))
                    .isPresent()) {
                users.putArray(Snowflake.format(user)).add(PushReason.EVENT_START.name());
            }
        }
        if (rows.size() == Read.MAX_LIMIT) {
            long last = rows.getLast().get(ScheduledEventUsers.USER_ID);
            return answer.put("next", Snowflake.format(exception) + ":" + Snowflake.format(last));
        }
        if (exception == EventUsers.ALL) {
            EventTimes.exception(event).ifPresent(one -> answer.put("next", Snowflake.format(one.id()) + ":0"));
        }
        return answer;
    }
}
