package io.guildhall.model.payload;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Emojis;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** A custom emoji of a guild or an application. */
@RegisterForReflection
public record Emoji(
        String id,
        String name,
        List<String> roles,
        @JsonInclude(JsonInclude.Include.NON_NULL) User user,
        boolean requireColons,
        boolean managed,
        boolean animated,
        boolean available) {
    private static final String ANIMATED = "a_";

    /**
     * Reads a row of {@link Emojis}.
     *
     * @param user who made it; null where that is not shown
     */
    public static Emoji from(RowView row, User user) {
        return new Emoji(
                Snowflake.format(row.get(Emojis.EMOJI_ID)),
                row.get(Emojis.NAME),
                row.get(Emojis.ROLES, List.of()).stream().map(Snowflake::format).toList(),
                user,
                true,
                false,
                row.get(Emojis.IMAGE, "").startsWith(ANIMATED),
                true);
    }

    /** As reactions and components show it. */
    public PartialEmoji partial() {
        return new PartialEmoji(id, name, animated ? true : null);
    }
}
