package io.guildhall.guild.readstate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.user.ReadyPart;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** How far a person has read each channel, with all that mentions the person since. */
@Singleton
public final class ReadyReadStates implements ReadyPart {
    private final Clock clock;

    public ReadyReadStates(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String field() {
        return "read_state";
    }

    @Override
    public Supplier<JsonNode> of(UserState user) {
        ReadProgress progress = ReadProgress.of(user);
        BroadcastCounts broadcasts = BroadcastCounts.of(user, clock);
        List<Long> guilds = List.copyOf(user.guilds());
        return () -> entries(progress, new TreeMap<>(broadcasts.count(guilds, progress)));
    }

    private static ArrayNode entries(ReadProgress progress, Map<Long, Integer> broadcasts) {
        ArrayNode entries = Json.array();
        progress.states().values().forEach(state -> {
            Integer more = broadcasts.remove(state.channelId());
            entries.add(entry(state, more == null ? 0 : more));
        });
        broadcasts.forEach((channel, count) -> entries.add(entry(ReadState.unread(channel), count)));
        return entries;
    }

    private static ObjectNode entry(ReadState state, int more) {
        return Json.object()
                .put("id", Snowflake.format(state.channelId()))
                .put("read_state_type", 0)
                .put("last_message_id", Snowflake.format(state.lastMessageId()))
                .put("mention_count", state.mentionCount() + more)
                .put("last_pin_timestamp", Json.timestamp(state.lastPinAt()))
                .put("flags", state.flags())
                .put("last_viewed", state.lastViewed() == 0 ? null : state.lastViewed());
    }
}
