package io.guildhall.guild.state;

import io.guildhall.guild.collection.Cursor;
import io.guildhall.guild.collection.LongMap;

/**
 * Members whose names are to be held against the guild's rules at the end of the command. It never changes.
 *
 * @param users true for those whose names are new, false for those to be looked at once more
 */
public record ChangedProfiles(LongMap<Boolean> users) {
    private static final ChangedProfiles NONE = new ChangedProfiles(LongMap.empty());

    /** Hears of each. */
    public interface Sink {
        void accept(long userId, boolean newNames);
    }

    /** The member's names may be against a rule, or be so no more. */
    public static void note(GuildState guild, long userId, boolean newNames) {
        LongMap<Boolean> noted =
                guild.findPart(ChangedProfiles.class).orElse(NONE).users();
        guild.putPart(new ChangedProfiles(
                noted.with(userId, newNames || noted.find(userId).orElse(false))));
    }

    /** Tells all of them, once. */
    public static void take(GuildState guild, Sink sink) {
        LongMap<Boolean> noted =
                guild.findPart(ChangedProfiles.class).orElse(NONE).users();
        if (noted.isEmpty()) {
            return;
        }
        guild.removePart(ChangedProfiles.class);
        Cursor<Boolean> cursor = noted.cursor();
        while (cursor.hasNext()) {
            cursor.next();
            sink.accept(cursor.id(), cursor.value());
        }
    }
}
