package io.guildhall.api.cdn;

import io.guildhall.api.picture.Png;

/** The pictures of those who have none: a square of one of six colours, as a PNG of one palette entry. */
final class DefaultAvatar {
    private static final int SIDE = 128;
    private static final int[] COLORS = {0x4E5D94, 0x6C757D, 0x3B8C66, 0xC9822B, 0xB5484B, 0xA6548F};

    private DefaultAvatar() {}

    /** @param number 0 to 5 */
    static byte[] png(int number) {
        return new Png(SIDE, SIDE, Png.Kind.PALETTE_OF_TWO)
                .palette(COLORS[number])
                .with(new byte[SIDE * (1 + SIDE / 8)]);
    }
}
