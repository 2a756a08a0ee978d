package io.guildhall.guild.notification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.NotificationSettings;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a person wants to be told of one guild, or of its private channels (guild 0). Never changes.
 *
 * @param json as clients see it
 */
public record GuildNotifications(long guildId, ObjectNode json) {
    /** No guild has more channels and open threads that somebody would treat one by one. */
    private static final int MOST_CHANNELS = 1_000;

    private static final int INHERITED = 3;

    /** Of which messages a person is told; the numbers are Discord's. */
    public enum Level {
        ALL,
        MENTIONS,
        NOTHING,
        INHERITED;

        /** {@link #INHERITED} when there is none with this number. */
        public static Level of(int number) {
            return number >= 0 && number < values().length ? values()[number] : INHERITED;
        }

        public int number() {
            return ordinal();
        }

        /** This one, or the other when it says nothing. */
        public Level or(Level other) {
            return this == INHERITED ? other : this;
        }
    }

    static GuildNotifications unsaid(long guildId) {
        ObjectNode json = Json.object()
                .put("guild_id", guildId == 0 ? null : Snowflake.format(guildId))
                .put("message_notifications", INHERITED)
                .put("muted", false)
                .putNull("mute_config")
                .put("mobile_push", true)
                .put("suppress_everyone", false)
                .put("suppress_roles", false)
                .put("mute_scheduled_events", false)
                .put("hide_muted_channels", false)
                .put("notify_highlights", 0)
                .put("flags", 0);
        json.putArray("channel_overrides");
        json.put("version", 0);
        return new GuildNotifications(guildId, json);
    }

    static GuildNotifications of(RowView row) {
        return new GuildNotifications(row.get(NotificationSettings.GUILD_ID), (ObjectNode)
                Json.parse(row.get(NotificationSettings.SETTINGS)));
    }

    GuildNotifications with(NotificationBody change) {
        ObjectNode changed = json.deepCopy();
        change.applyTo(changed);
        Map<Long, ObjectNode> channels = new TreeMap<>();
        changed.path("channel_overrides").forEach(channel -> channels.put(channelId(channel), (ObjectNode) channel));
        change.channels()
                .forEach((id, said) -> said.applyTo(channels.computeIfAbsent(id, GuildNotifications::unsaidChannel)));
        channels.entrySet().removeIf(entry -> entry.getValue().equals(unsaidChannel(entry.getKey())));
        if (channels.size() > MOST_CHANNELS) {
            throw ApiException.invalidField(
                    "channel_overrides", "BASE_TYPE_MAX_LENGTH", "Must be " + MOST_CHANNELS + " or fewer in length.");
        }
        ArrayNode overrides = changed.putArray("channel_overrides");
        channels.values().forEach(overrides::add);
        changed.put("version", changed.path("version").asLong() + 1);
        return new GuildNotifications(guildId, changed);
    }

    /** Whether mentions of everyone do not count. */
    public boolean suppressesEveryone() {
        return json.path("suppress_everyone").asBoolean();
    }

    /** Whether mentions of roles do not count. */
    public boolean suppressesRoles() {
        return json.path("suppress_roles").asBoolean();
    }

    /** Whether events that begin are nothing to be told of. */
    public boolean mutesEvents() {
        return json.path("mute_scheduled_events").asBoolean();
    }

    /** Whether the person is told of anything on its devices. */
    public boolean pushes() {
        return json.path("mobile_push").asBoolean(true);
    }

    /** What the person said of the whole guild. */
    public Level level() {
        return Level.of(json.path("message_notifications").asInt(INHERITED));
    }

    /** What the person said of this channel. */
    public Level level(long channelId) {
        return channel(channelId)
                .map(channel -> Level.of(channel.path("message_notifications").asInt(INHERITED)))
                .orElse(Level.INHERITED);
    }

    /** Whether the whole guild is muted at a time in ms since 1970. */
    public boolean mutesAll(long now) {
        return muted(json, now);
    }

    /** Whether this channel alone is muted at a time in ms since 1970; the whole guild may be besides. */
    public boolean mutes(long channelId, long now) {
        return channel(channelId).filter(channel -> muted(channel, now)).isPresent();
    }

    private Optional<JsonNode> channel(long channelId) {
        for (JsonNode channel : json.path("channel_overrides")) {
            if (channelId(channel) == channelId) {
                return Optional.of(channel);
            }
        }
        return Optional.empty();
    }

    private static boolean muted(JsonNode node, long now) {
        JsonNode end = node.path("mute_config").path("end_time");
        return node.path("muted").asBoolean()
                && (!end.isTextual()
                        || OffsetDateTime.parse(end.asText()).toInstant().toEpochMilli() > now);
    }

    private static long channelId(JsonNode channel) {
        return Snowflake.parse(channel.path("channel_id").asText());
    }

    private static ObjectNode unsaidChannel(long id) {
        return Json.object()
                .put("channel_id", Snowflake.format(id))
                .put("message_notifications", INHERITED)
                .put("muted", false)
                .putNull("mute_config")
                .put("collapsed", false)
                .put("flags", 0);
    }
}
