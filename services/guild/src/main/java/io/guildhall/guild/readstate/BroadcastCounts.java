package io.guildhall.guild.readstate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.ActorCommands;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.actor.Outcomes;
import io.guildhall.guild.kernel.actor.SideBySide;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.notification.GuildNotifications;
import io.guildhall.guild.notification.Notifications;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.BroadcastMentions;
import io.guildhall.model.table.catalogue.MessageBucket;
import io.guildhall.model.table.catalogue.UserGuilds;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts what mentions everyone, or a role, for one person. A guild writes such a message down once, however many it mentions; here the last ones of
 * each of the person's guilds are held against how far the person has read, and only where some are left is the guild's owner asked which of them are
 * for this member. Only outside the mailbox.
 */
record BroadcastCounts(
        long userId, Notifications notifications, StorageFacade storage, ActorCommands owners, long now) {
    /** The last ones of a guild that are looked at: no client shows a higher number. */
    static final int MOST = 100;

    private static final int GUILDS_AT_ONCE = 20;

    static BroadcastCounts of(UserState user, Clock clock) {
        return new BroadcastCounts(
                user.id(),
                Notifications.of(user),
                user.context().freeStorage(),
                user.context().owners(),
                clock.millis());
    }

    /** By channel; channels without any are left out. */
    Map<Long, Integer> count(List<Long> guilds, ReadProgress progress) {
        Map<Long, Integer> counts = new HashMap<>();
        for (int from = 0; from < guilds.size(); from += GUILDS_AT_ONCE) {
            List<Long> wave = guilds.subList(from, Math.min(from + GUILDS_AT_ONCE, guilds.size()));
            SideBySide.map(wave, guild -> count(guild, progress)).forEach(counts::putAll);
        }
        return counts;
    }

    private Map<Long, Integer> count(long guild, ReadProgress progress) {
        GuildNotifications wanted = notifications.in(guild);
        List<RowView> news = recent(guild).stream()
                .filter(row -> everyone(row, wanted) || !roles(row, wanted).isEmpty())
                .filter(row -> row.get(BroadcastMentions.AUTHOR_ID, 0L) != userId)
                .filter(row -> !row.get(BroadcastMentions.USERS, List.of()).contains(userId))
                .filter(row -> progress.states()
                        .find(row.get(BroadcastMentions.CHANNEL_ID))
                        .map(state -> state.isNews(row.get(BroadcastMentions.MESSAGE_ID)))
                        .orElse(true))
                .toList();
        if (news.isEmpty()) {
            return Map.of();
        }
        long joined = storage.row(UserGuilds.TABLE, userId, guild)
                .map(row -> Snowflake.lowestAt(row.get(UserGuilds.JOINED_AT, 0L)))
                .orElse(Long.MAX_VALUE);
        List<RowView> since = news.stream()
                .filter(row -> row.get(BroadcastMentions.MESSAGE_ID) >= joined)
                .toList();
        return since.isEmpty() ? Map.of() : forMember(guild, since, wanted);
    }

    private static boolean everyone(RowView row, GuildNotifications wanted) {
        return row.get(BroadcastMentions.EVERYONE, false) && !wanted.suppressesEveryone();
    }

    private static List<Long> roles(RowView row, GuildNotifications wanted) {
        return wanted.suppressesRoles() ? List.of() : row.get(BroadcastMentions.ROLES, List.of());
    }

    private List<RowView> recent(long guild) {
        long bucket = MessageBucket.of(Snowflake.lowestAt(now));
        List<RowView> rows = new ArrayList<>(read(guild, bucket, MOST));
        if (rows.size() < MOST) {
            rows.addAll(read(guild, bucket - 1, MOST - rows.size()));
        }
        return rows;
    }

    private List<RowView> read(long guild, long bucket, int most) {
        return storage.read(
                BroadcastMentions.TABLE,
                Read.from(BroadcastMentions.TABLE, guild, bucket).limit(most).build());
    }

    private Map<Long, Integer> forMember(long guild, List<RowView> rows, GuildNotifications wanted) {
        ObjectNode asked = Json.object().put("user_id", Snowflake.format(userId));
        ArrayNode mentions = asked.putArray("mentions");
        rows.forEach(row -> {
            ObjectNode mention = mentions.addObject()
                    .put("channel_id", Snowflake.format(row.get(BroadcastMentions.CHANNEL_ID)))
                    .put("everyone", everyone(row, wanted));
            ArrayNode roles = mention.putArray("roles");
            roles(row, wanted).forEach(role -> roles.add(Snowflake.format(role)));
        });
        Outcome outcome = owners.ask(ChannelAccess.step(Keys.guild(guild), CountMentions.STEP, asked));
        if (Outcomes.isUnavailable(outcome)) {
            throw ApiException.from(outcome.getFailure());
        }
        Map<Long, Integer> counts = new HashMap<>();
        JsonNode answer = outcome.hasSuccess() ? Json.parse(outcome.getSuccess().getBody()) : Json.object();
        answer.properties()
                .forEach(count -> counts.put(
                        Snowflake.parse(count.getKey()), count.getValue().asInt()));
        return counts;
    }
}
