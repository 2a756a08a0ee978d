package io.guildhall.model.payload;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Sounds;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Optional;

/**
 * A sound of a soundboard: a guild's, or one that everybody has.
 *
 * @param volume from 0 to 1
 * @param guildId null for one that everybody has
 * @param user who made it; null where that is not shown
 */
@RegisterForReflection
public record SoundboardSound(
        String soundId,
        String name,
        double volume,
        String emojiId,
        String emojiName,
        @JsonInclude(JsonInclude.Include.NON_NULL) String guildId,
        @JsonInclude(JsonInclude.Include.NON_NULL) User user) {
    /** The sounds that everybody has, under the ids by which Discord's clients know them. */
    public static final List<SoundboardSound> DEFAULTS = List.of(
            ofEverybody(1, "quack", "🦆"),
            ofEverybody(2, "airhorn", "🔊"),
            ofEverybody(3, "cricket", "🦗"),
            ofEverybody(4, "golf clap", "👏"),
            ofEverybody(7, "sad horn", "🎺"),
            ofEverybody(8, "ba dum tss", "🥁"));

    /** Reads a row of {@link Sounds}. */
    public static SoundboardSound from(RowView row, User user) {
        return new SoundboardSound(
                Snowflake.format(row.get(Sounds.SOUND_ID)),
                row.get(Sounds.NAME),
                Double.parseDouble(row.get(Sounds.VOLUME, "1")),
                row.find(Sounds.EMOJI_ID).map(Snowflake::format).orElse(null),
                row.get(Sounds.EMOJI_NAME),
                Snowflake.format(row.get(Sounds.GUILD_ID)),
                user);
    }

    /** One of {@link #DEFAULTS}. */
    public static Optional<SoundboardSound> findDefault(long id) {
        return DEFAULTS.stream()
                .filter(sound -> Snowflake.parse(sound.soundId()) == id)
                .findFirst();
    }

    @JsonProperty("available")
    boolean available() {
        return true;
    }

    private static SoundboardSound ofEverybody(long id, String name, String emoji) {
        return new SoundboardSound(Snowflake.format(id), name, 1, null, emoji, null, null);
    }
}
