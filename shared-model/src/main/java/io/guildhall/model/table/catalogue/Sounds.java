package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/**
 * The soundboard sounds of a guild. file is the hash of the file; volume is a number from 0 to 1 as text; of the two columns of emojis at
 * most one has a value.
 */
public final class Sounds {
    public static final Column<Long> GUILD_ID = Column.ofLong("guild_id");
    public static final Column<Long> SOUND_ID = Column.ofLong("sound_id");
    public static final Column<String> NAME = Column.ofText("name");
    public static final Column<String> VOLUME = Column.ofText("volume");
    public static final Column<Long> EMOJI_ID = Column.ofLong("emoji_id");
    public static final Column<String> EMOJI_NAME = Column.ofText("emoji_name");
    public static final Column<String> FILE = Column.ofPicture("file");
    public static final Column<Long> CREATOR_ID = Column.ofLong("creator_id");

    public static final Table TABLE = Table.named("sounds")
            .partition(GUILD_ID)
            .ascending(SOUND_ID)
            .columns(NAME, VOLUME, EMOJI_ID, EMOJI_NAME, FILE, CREATOR_ID)
            .required(NAME)
            .build();

    private Sounds() {}
}
