package io.guildhall.guild.mention;

import io.guildhall.guild.kernel.actor.SideBySide;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.notification.GuildNotifications;
import io.guildhall.guild.notification.Notifications;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.Column;
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
    /** Read at once of those by name, and of each guild's. */
    private static final int MOST = 200;

    /** Below all ids: there is nothing more. */
    private static final long BOTTOM = 0;

    private static final int GUILDS_AT_ONCE = 20;
    private static final Comparator<Candidate> NEWEST_FIRST =
            Comparator.comparingLong(Candidate::messageId).reversed();

    /**
     * All of one bucket from an id on, the newest first.
     *
     * @param floor the lowest id down to which nothing is left out: where the first of the reads that brought all they may came to its end
     */
    record Page(List<Candidate> candidates, long floor) {
        boolean isLast() {
            return floor == BOTTOM;
        }
    }

    /** @param before only messages with lower ids */
    Page page(MentionQuery query, Set<Long> guilds, long bucket, long before) {
        List<RowView> own = read(Mentions.TABLE, userId, bucket, before);
        Set<Long> passedOver = new HashSet<>();
        own.stream()
                .filter(row -> row.get(Mentions.DISMISSED, false) || row.has(Mentions.CHANNEL_ID))
                .forEach(row -> passedOver.add(row.get(Mentions.MESSAGE_ID)));
        List<Candidate> found = new ArrayList<>(own.stream()
                .filter(row -> !row.get(Mentions.DISMISSED, false) && row.has(Mentions.CHANNEL_ID))
                .map(Candidate::byName)
                .filter(candidate -> guilds.contains(candidate.guildId()))
                .toList());
        long highest = floor(own, Mentions.MESSAGE_ID);
        List<Long> asked = List.copyOf(guilds);
        for (int from = 0; from < asked.size(); from += GUILDS_AT_ONCE) {
            List<Long> wave = asked.subList(from, Math.min(from + GUILDS_AT_ONCE, asked.size()));
            for (Page part : SideBySide.map(wave, guild -> ofMany(guild, query, bucket, before))) {
                highest = Math.max(highest, part.floor());
                part.candidates().stream()
                        .filter(candidate -> !passedOver.contains(candidate.messageId()))
                        .forEach(found::add);
            }
        }
        long floor = highest;
        return new Page(
                found.stream()
                        .filter(candidate -> candidate.messageId() >= floor)
                        .sorted(NEWEST_FIRST)
                        .toList(),
                floor);
    }

    private Page ofMany(long guild, MentionQuery query, long bucket, long before) {
        GuildNotifications wanted = notifications.in(guild);
        boolean everyone = query.everyone() && !wanted.suppressesEveryone();
        boolean roles = query.roles() && !wanted.suppressesRoles();
        if (!everyone && !roles) {
            return new Page(List.of(), BOTTOM);
        }
        List<RowView> rows = read(BroadcastMentions.TABLE, guild, bucket, before);
        List<Candidate> found = rows.stream()
                .filter(row -> row.get(BroadcastMentions.AUTHOR_ID, 0L) != userId)
                .map(row -> Candidate.ofMany(
                        row,
                        everyone && row.get(BroadcastMentions.EVERYONE, false),
                        roles ? row.get(BroadcastMentions.ROLES, List.of()) : List.of()))
                .filter(Candidate::isForSomebody)
                .toList();
        return new Page(found.isEmpty() ? found : since(guild, found), floor(rows, BroadcastMentions.MESSAGE_ID));
    }

    private static long floor(List<RowView> rows, Column<Long> id) {
        return rows.size() < MOST ? BOTTOM : rows.getLast().get(id);
    }

    private List<Candidate> since(long guild, List<Candidate> found) {
        long joined = storage.row(UserGuilds.TABLE, userId, guild)
                .map(row -> Snowflake.lowestAt(row.get(UserGuilds.JOINED_AT, 0L)))
                .orElse(Long.MAX_VALUE);
        return found.stream()
                .filter(candidate -> candidate.messageId() >= joined)
                .toList();
    }

    private List<RowView> read(Table table, long partition, long bucket, long before) {
        return storage.read(
                table,
                Read.from(table, partition, bucket).after(before).limit(MOST).build());
    }
}
