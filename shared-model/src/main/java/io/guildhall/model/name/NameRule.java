package io.guildhall.model.name;

import java.util.Arrays;

/**
 * How whatever has a name is called: guilds, channels, roles, tags, applications, and people within a guild or for show. After
 * Discord's documentation: names are trimmed of leading, trailing and excessive inner white space. {@link UsernameRule} goes
 * further, because accounts are told apart by their names.
 */
public final class NameRule {
    private NameRule() {}

    /** What is measured, kept and shown. Empty when the name shows nothing, as one of zero-width characters only. */
    public static String clean(String name) {
        String collapsed = WhiteSpace.collapsed(name);
        return collapsed.codePoints().allMatch(NameRule::showsNothing) ? "" : collapsed;
    }

    /**
     * True when a reader of the name finds the word within one of its own, whatever letters it is written with.
     *
     * @param word small Latin letters
     */
    public static boolean reads(String name, String word) {
        return Arrays.stream(name.split(" ", -1))
                .anyMatch(part -> Lookalikes.skeleton(part).contains(word));
    }

    private static boolean showsNothing(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL || type == Character.FORMAT || WhiteSpace.isWhite(point);
    }
}
