package io.guildhall.model.instance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * How much of the instance one person, guild or file may take. What is absent is bounded by what the software bounds anyway; none raises
 * that.
 *
 * @param fileBytes one file
 * @param guildsPerPerson guilds that a person makes or joins
 * @param membersPerGuild people and bots in one guild
 */
public record Quotas(Optional<Long> fileBytes, Optional<Long> guildsPerPerson, Optional<Long> membersPerGuild) {
    public static final Quotas NONE = new Quotas(Optional.empty(), Optional.empty(), Optional.empty());

    public static final String FILE_BYTES = "max_file_bytes";
    public static final String GUILDS_PER_PERSON = "guilds_per_person";
    public static final String MEMBERS_PER_GUILD = "members_per_guild";

    static Quotas of(JsonNode settings) {
        return new Quotas(
                number(settings, FILE_BYTES), number(settings, GUILDS_PER_PERSON), number(settings, MEMBERS_PER_GUILD));
    }

    void write(ObjectNode settings) {
        put(settings, FILE_BYTES, fileBytes);
        put(settings, GUILDS_PER_PERSON, guildsPerPerson);
        put(settings, MEMBERS_PER_GUILD, membersPerGuild);
    }

    /** The bound that is in force where the software has one of its own. */
    public static long least(Optional<Long> quota, long bound) {
        return quota.map(said -> Math.min(said, bound)).orElse(bound);
    }

    private static Optional<Long> number(JsonNode settings, String field) {
        return settings.hasNonNull(field) ? Optional.of(settings.get(field).asLong()) : Optional.empty();
    }

    private static void put(ObjectNode settings, String field, Optional<Long> value) {
        value.ifPresentOrElse(number -> settings.put(field, number), () -> settings.putNull(field));
    }
}
