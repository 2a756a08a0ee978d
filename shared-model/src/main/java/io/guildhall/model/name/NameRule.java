package io.guildhall.model.name;

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

    private static boolean showsNothing(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL || type == Character.FORMAT || WhiteSpace.isWhite(point);
    }
}
