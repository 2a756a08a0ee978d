package io.guildhall.model.payload;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Stickers;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** A sticker of a guild. */
@RegisterForReflection
public record Sticker(
        String id,
        String name,
        String description,
        String tags,
        int formatType,
        String guildId,
        @JsonInclude(JsonInclude.Include.NON_NULL) User user) {
    private static final int OF_GUILD = 2;

    /** What a message carries of a sticker. */
    @RegisterForReflection
    public record Item(String id, String name, int formatType) {}

    /**
     * Reads a row of {@link Stickers}.
     *
     * @param user who made it; null where that is not shown
     */
    public static Sticker from(RowView row, User user) {
        return new Sticker(
                Snowflake.format(row.get(Stickers.STICKER_ID)),
                row.get(Stickers.NAME),
                row.get(Stickers.DESCRIPTION),
                row.get(Stickers.TAGS, ""),
                row.get(Stickers.FORMAT, 1L).intValue(),
                Snowflake.format(row.get(Stickers.GUILD_ID)),
                user);
    }

    public Item item() {
        return new Item(id, name, formatType);
    }

    @JsonProperty("type")
    int type() {
        return OF_GUILD;
    }

    @JsonProperty("available")
    boolean available() {
        return true;
    }
}
