package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import java.util.List;

/**
 * The custom emojis of a guild, or of an application. image is the hash of the picture, which begins with a_ when it moves; roles are
 * those whose bearers may use it, none for everybody.
 */
public final class Emojis {
    public static final Column<Long> OWNER_ID = Column.ofLong("owner_id");
    public static final Column<Long> EMOJI_ID = Column.ofLong("emoji_id");
    public static final Column<String> NAME = Column.ofText("name");
    public static final Column<String> IMAGE = Column.ofPicture("image");
    public static final Column<Long> CREATOR_ID = Column.ofLong("creator_id");
    public static final Column<List<Long>> ROLES = Column.ofLongList("roles");

    public static final Table TABLE = Table.named("emojis")
            .partition(OWNER_ID)
            .ascending(EMOJI_ID)
            .columns(NAME, IMAGE, CREATOR_ID, ROLES)
            .required(NAME)
            .build();

    private Emojis() {}
}
