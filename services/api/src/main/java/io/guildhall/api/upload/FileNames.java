package io.guildhall.api.upload;

import io.guildhall.model.name.LineRule;
import java.util.regex.Pattern;

/** Makes a file name safe to be part of a key and of a URL. */
public final class FileNames {
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern STRANGE = Pattern.compile("[^A-Za-z0-9._-]");
    private static final Pattern LEADING = Pattern.compile("^[.]+");
    private static final int MAX_LENGTH = 120;
    private static final int MAX_TITLE = 1024;
    private static final String UNNAMED = "unknown";

    private FileNames() {}

    /** What the name was without its extension, when {@link #clean} drops some of it; empty when not. */
    public static String title(String name) {
        String stem = LineRule.clean(stem(base(name)));
        boolean lost = STRANGE.matcher(SPACE.matcher(stem).replaceAll("_")).find();
        return lost ? stem.substring(0, Math.min(stem.length(), MAX_TITLE)) : "";
    }

    private static String base(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .strip();
    }

    private static String stem(String base) {
        return base.lastIndexOf('.') < 0 ? base : base.substring(0, base.lastIndexOf('.'));
    }

    private static String extension(String base) {
        return base.lastIndexOf('.') < 0 ? "" : base.substring(base.lastIndexOf('.'));
    }

    /** Spaces become underscores, other strange characters and leading dots go; the end, with the extension, is kept. A name of
     * which nothing else is left is "unknown". */
    public static String clean(String name) {
        String spaced = SPACE.matcher(base(name)).replaceAll("_");
        String stem = STRANGE.matcher(stem(spaced)).replaceAll("");
        String kept = stem.isEmpty() && !stem(spaced).isEmpty() ? UNNAMED : stem;
        String plain = LEADING.matcher(kept + STRANGE.matcher(extension(spaced)).replaceAll(""))
                .replaceAll("");
        String shortened = plain.length() <= MAX_LENGTH ? plain : plain.substring(plain.length() - MAX_LENGTH);
        String safe = LEADING.matcher(shortened).replaceAll("");
        return safe.isEmpty() || safe.indexOf('.') == 0 ? UNNAMED : safe;
    }
}
