package io.guildhall.api.picture;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Letters of five by seven points for the printable characters of ASCII, since there is neither AWT nor a font in our images. An accented
 * letter is drawn without its accent, and any other character as an empty box.
 */
final class Glyphs {
    static final int WIDTH = 5;
    static final int HEIGHT = 7;

    /** From one letter to the next. */
    static final int ADVANCE = WIDTH + 1;

    private static final int BASE = 32;
    private static final String BOX = "vhhhhhv";

    /** A character, and its rows from above: each a digit of base 32, whose highest bit is its leftmost point. */
    private static final String TABLE = """
            Aehhvhhh Buhhuhhu Cehggghe Duhhhhhu Evgguggv Fvgguggg Gehgnhhf Hhhhvhhh Ie44444e J72222ic Khikokih Lggggggv
            Mhrllhhh Nhhpljhh Oehhhhhe Puhhuggg Qehhhlid Ruhhukih Sfgge11u Tv444444 Uhhhhhhe Vhhhhha4 Whhhllla Xhha4ahh
            Yhhha444 Zv1248gv a00e1fhf bggmphhu c00egghe d11djhhf e00ehvge f698s888 g0fhhf1e hggmphhh i40c444e j20622ic
            kggikoki lc44444e m00qllhh n00mphhh o00ehhhe p00uhugg q00djf11 r00mpggg s00ege1u t88s8896 u00hhhjd v00hhha4
            w00hhlla x00ha4ah y00hhf1e z00v248v 0ehjlphe 14c4444e 2eh1248v 3v2421he 426aiv22 5vgu11he 668guhhe 7v124888
            8ehhehhe 9ehhf12c !4444004 "aaa0000 #aavavaa $4fke5u4 %op248j3 &cik8lid 'c480000 (2488842 )8422248 *04lel40
            +044v440 ,0000c48 -000v000 .00000cc /01248g0 :0cc0cc0 ;0cc0c48 <248g842 =00v0v00 >8421248 ?eh12404 @eh1dlle
            [e88888e \\0g84210 ]e22222e ^4ah0000 _000000v `8420000 {2448442 |4444444 }8442448 ~008l200
            """;

    private static final Map<Integer, String> ROWS = rows();

    private Glyphs() {}

    /** Whether a letter has ink in this column and row. */
    static boolean inked(int letter, int column, int row) {
        int bits = Character.digit(rows(letter).charAt(row), BASE);
        return (bits >> (WIDTH - 1 - column) & 1) == 1;
    }

    /** How wide a text is, without the gap behind its last letter. */
    static int width(String text) {
        return text.isEmpty() ? 0 : text.codePointCount(0, text.length()) * ADVANCE - 1;
    }

    private static String rows(int letter) {
        if (Character.isWhitespace(letter)) {
            return "0000000";
        }
        String known = ROWS.get(letter);
        if (known != null) {
            return known;
        }
        int bare = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD)
                .codePointAt(0);
        return ROWS.getOrDefault(bare, BOX);
    }

    private static Map<Integer, String> rows() {
        Map<Integer, String> rows = new HashMap<>();
        for (String glyph : TABLE.trim().split("\\s+")) {
            rows.put((int) glyph.charAt(0), glyph.substring(1, 1 + HEIGHT));
        }
        return Map.copyOf(rows);
    }
}
