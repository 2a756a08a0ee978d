package io.guildhall.guild.mention;

import io.guildhall.guild.kernel.actor.SideBySide;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.notification.GuildNotifications;
import io.guildhall.guild.notification.Notifications;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.catalogue.BroadcastMentions;
import io.guildhall.model.table.catalogue.Mentions;
import io.guildhall.model.table.catalogue.UserGuilds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds messages that may mention a person: those that name it are rows of its own, those that mention many are rows of its guilds. What came before the
 * person did, what the person wants to hear nothing of, and its own messages are none. Only outside the mailbox.
 */
record Candidates(long userId, Notifications notifications, StorageFacade storage) {
    /** Of one bucket, by name and of each guild; who has more asks for those before. */
    private static final int MOST = 200;

    private static final int GUILDS_AT_ONCE = 20;
    private static final Comparator<Candidate> NEWEST_FIRST =
            Comparator.comparingLong(Candidate::messageId).reversed();

    List<Candidate> find(MentionQuery query, List<Long> guilds) {
        List<RowView> own = query.buckets().stream()
                .flatMap(bucket -> read(Mentions.TABLE, userId, bucket, query).stream())
                .toList();
        Set<Long> passedOver = new HashSet<>();
        own.stream()
                .filter(row -> row.get(Mentions.DISMISSED, false) || row.has(Mentions.CHANNEL_ID))
                .forEach(row -> passedOver.add(row.get(Mentions.MESSAGE_ID)));
        List<Candidate> found = new ArrayList<>(own.stream()
                .filter(row -> !row.get(Mentions.DISMISSED, false) && row.has(Mentions.CHANNEL_ID))
                .map(Candidate::byName)
                .filter(candidate -> guilds.contains(candidate.guildId()))
                .toList());
        for (int from = 0; from < guilds.size(); from += GUILDS_AT_ONCE) {
            List<Long> wave = guilds.subList(from, Math.min(from + GUILDS_AT_ONCE, guilds.size()));
            SideBySide.map(wave, guild -> ofMany(guild, query)).stream()
                    .flatMap(List::stream)
                    .filter(candidate -> !passedOver.contains(candidate.messageId()))
                    .forEach(found::add);
        }
        found.sort(NEWEST_FIRST);
        return found;
    }

    private List<Candidate> ofMany(long guild, MentionQuery query) {
        GuildNotifications wanted = notifications.in(guild);
        boolean everyone = query.everyone() && !wanted.suppressesEveryone();
        boolean roles = query.roles() && !wanted.suppressesRoles();
        if (!everyone && !roles) {
            return List.of();
        }
        List<Candidate> found = query.buckets().stream()
                .flatMap(bucket -> read(BroadcastMentions.TABLE, guild, bucket, query).stream())
                .filter(row -> row.get(BroadcastMentions.AUTHOR_ID, 0L) != userId)
                .map(row -> Candidate.ofMany(
                        row,
                        everyone && row.get(BroadcastMentions.EVERYONE, false),
                        roles ? row.get(BroadcastMentions.ROLES, List.of()) : List.of()))
                .filter(Candidate::isForSomebody)
                .toList();
        return found.isEmpty() ? found : since(guild, found);
    }

    private List<Candidate> since(long guild, List<Candidate> found) {
        long joined = storage.row(UserGuilds.TABLE, userId, guild)
                .map(row -> Snowflake.lowestAt(row.get(UserGuilds.JOINED_AT, 0L)))
                .orElse(Long.MAX_VALUE);
        return found.stream()
                .filter(candidate -> candidate.messageId() >= joined)
                .toList();
    }

    private List<RowView> read(Table table, long partition, long bucket, MentionQuery query) {
        return storage.read(
                table,
                Read.from(table, partition, bucket)
                        .after(query.before())
                        .limit(MOST)
                        .build());
    }
}
