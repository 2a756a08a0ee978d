package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** The stickers of a guild. image is the hash of the file, format what kind of file it is, as clients number them. */
public final class Stickers {
    public static final Column<Long> GUILD_ID = Column.ofLong("guild_id");
    public static final Column<Long> STICKER_ID = Column.ofLong("sticker_id");
    public static final Column<String> NAME = Column.ofText("name");
    public static final Column<String> DESCRIPTION = Column.ofText("description");
    public static final Column<String> TAGS = Column.ofText("tags");
    public static final Column<Long> FORMAT = Column.ofLong("format");
    public static final Column<String> IMAGE = Column.ofPicture("image");
    public static final Column<Long> CREATOR_ID = Column.ofLong("creator_id");

    public static final Table TABLE = Table.named("stickers")
            .partition(GUILD_ID)
            .ascending(STICKER_ID)
            .columns(NAME, DESCRIPTION, TAGS, FORMAT, IMAGE, CREATOR_ID)
            .required(NAME)
            .build();

    private Stickers() {}
}
