package io.guildhall.model.table.catalogue;

import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.Write;

/** To whom an emoji, a sticker or a sound belongs, and the hash of its file: what is known of it where only its id is. */
public final class ExpressionOwners {
    /** An emoji of a guild or of an application. */
    public static final long EMOJI = 1;

    /** A sticker of a guild. */
    public static final long STICKER = 2;

    /** A sound of a guild. */
    public static final long SOUND = 3;

    public static final Column<Long> EXPRESSION_ID = Column.ofLong("expression_id");
    public static final Column<Long> KIND = Column.ofLong("kind");
    public static final Column<Long> OWNER_ID = Column.ofLong("owner_id");
    public static final Column<String> FILE = Column.ofText("file");

    public static final Table TABLE = Table.named("expression_owners")
            .partition(EXPRESSION_ID)
            .columns(KIND, OWNER_ID, FILE)
            .build();

    private ExpressionOwners() {}

    /** @param emoji a row of {@link Emojis} */
    public static Mutation ofEmoji(RowView emoji) {
        return Write.to(TABLE, emoji.get(Emojis.EMOJI_ID))
                .set(KIND, EMOJI)
                .set(OWNER_ID, emoji.get(Emojis.OWNER_ID))
                .set(FILE, emoji.get(Emojis.IMAGE))
                .build();
    }

    /** @param sticker a row of {@link Stickers} */
    public static Mutation ofSticker(RowView sticker) {
        return Write.to(TABLE, sticker.get(Stickers.STICKER_ID))
                .set(KIND, STICKER)
                .set(OWNER_ID, sticker.get(Stickers.GUILD_ID))
                .set(FILE, sticker.get(Stickers.IMAGE))
                .build();
    }

    /** @param sound a row of {@link Sounds} */
    public static Mutation ofSound(RowView sound) {
        return Write.to(TABLE, sound.get(Sounds.SOUND_ID))
                .set(KIND, SOUND)
                .set(OWNER_ID, sound.get(Sounds.GUILD_ID))
                .set(FILE, sound.get(Sounds.FILE))
                .build();
    }
}
