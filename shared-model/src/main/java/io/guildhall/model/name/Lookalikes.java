package io.guildhall.model.name;

import java.text.Normalizer;
import java.util.Locale;

/** Brings texts that look the same to one form: compatibility forms, case, invisible characters, and letters of other scripts. */
final class Lookalikes {
    /** Cyrillic, Greek and Armenian small letters that are drawn as Latin ones, and below each of them the Latin one. */
    private static final String FOREIGN =
            "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04bb\u0501\u0433\u0438\u03b1\u03b5\u03bf\u03c1\u03c5\u03b9\u03ba\u03bd\u03b7\u0578\u0570\u04cf";

    private static final String LATIN = "aeopcyxijshdrnaeopuikvnnhl";

    private Lookalikes() {}

    /** The form that every text which looks like this one has as well. */
    static String skeleton(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Lookalikes::visible)
                .map(Lookalikes::latin)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean visible(int point) {
        int type = Character.getType(point);
        return type != Character.FORMAT && type != Character.NON_SPACING_MARK && !Character.isWhitespace(point);
    }

    private static int latin(int point) {
        int index = FOREIGN.indexOf(point);
        return index < 0 ? point : LATIN.charAt(index);
    }
}
