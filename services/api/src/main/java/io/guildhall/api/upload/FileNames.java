package io.guildhall.api.upload;

import java.util.regex.Pattern;

/** Makes a file name safe to be part of a key and of a URL. */
public final class FileNames {
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern STRANGE = Pattern.compile("[^A-Za-z0-9._-]");
    private static final Pattern LEADING = Pattern.compile("^[.]+");
    private static final int MAX_LENGTH = 120;
    private static final String UNNAMED = "unknown";

    private FileNames() {}

    /** Spaces become underscores, other strange characters and leading dots go; the end, with the extension, is kept. */
    public static String clean(String name) {
        String base = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String spaced = SPACE.matcher(base.strip()).replaceAll("_");
        String plain = LEADING.matcher(STRANGE.matcher(spaced).replaceAll("")).replaceAll("");
        String shortened = plain.length() <= MAX_LENGTH ? plain : plain.substring(plain.length() - MAX_LENGTH);
        String safe = LEADING.matcher(shortened).replaceAll("");
        return safe.isEmpty() || safe.indexOf('.') == 0 ? UNNAMED : safe;
    }
}
