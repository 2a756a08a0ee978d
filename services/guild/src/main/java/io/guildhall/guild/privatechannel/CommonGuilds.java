package io.guildhall.guild.privatechannel;

import io.guildhall.guild.incident.Incidents;
import io.guildhall.guild.kernel.actor.SideBySide;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.settings.Privacy;
import io.guildhall.model.relationship.RelationshipType;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.Guilds;
import io.guildhall.model.table.catalogue.Relationships;
import io.guildhall.model.table.catalogue.UserGuilds;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;

/**
 * Whether two users belong to one guild, as the guilds have written it, or are friends: only then do they write to each other. A guild
 * that has closed direct messages for a while counts for bots only, and one whose members the recipient wants to hear nothing from counts for
 * nobody.
 */
record CommonGuilds(StorageFacade storage, Clock clock) {
    /** More guilds than a person may belong to; a bot belongs to any number. */
    private static final int MOST = 200;

    private static final int AT_ONCE = 10;

    /**
     * A guild that both belong to.
     *
     * @param person who belongs to few guilds, whose list is read
     * @param other who may belong to any number
     * @param recipient which of both would be written to
     * @param people false when one of them is a bot
     */
    OptionalLong find(long person, long other, long recipient, boolean people) {
        Privacy privacy = Privacy.of(storage, recipient);
        List<Long> guilds =
                storage
                        .read(
                                UserGuilds.TABLE,
                                Read.from(UserGuilds.TABLE, person).limit(MOST).build())
                        .stream()
                        .map(row -> row.get(UserGuilds.GUILD_ID))
                        .filter(privacy::opensLettersTo)
                        .toList();
        for (int from = 0; from < guilds.size(); from += AT_ONCE) {
            List<Long> wave = guilds.subList(from, Math.min(from + AT_ONCE, guilds.size()));
            List<Boolean> shared = SideBySide.map(wave, guild -> belongs(other, guild) && (!people || isOpen(guild)));
            if (shared.contains(true)) {
                return OptionalLong.of(wave.get(shared.indexOf(true)));
            }
        }
        return OptionalLong.empty();
    }

    /** True when both belong to this guild; 0 is none. */
    boolean isShared(long guild, long one, long other, long recipient, boolean people) {
        return guild != 0
                && Privacy.of(storage, recipient).opensLettersTo(guild)
                && !SideBySide.map(List.of(one, other), user -> belongs(user, guild))
                        .contains(false)
                && (!people || isOpen(guild));
    }

    private boolean isOpen(long guild) {
        return storage.row(Guilds.TABLE, guild)
                .map(row -> Incidents.lettersOpen(row, clock.millis()))
                .orElse(true);
    }

    boolean areFriends(long one, long other) {
        return storage.row(Relationships.TABLE, one, other)
                .filter(row -> Relationships.is(RelationshipType.FRIEND, row))
                .isPresent();
    }

    private boolean belongs(long user, long guild) {
        return storage.row(UserGuilds.TABLE, user, guild).isPresent();
    }
}
