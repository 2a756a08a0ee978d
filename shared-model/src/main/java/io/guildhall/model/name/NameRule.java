package io.guildhall.model.name;

import java.util.Arrays;

/**
 * How whatever has a name is called: guilds, channels, roles, tags, applications, webhooks, and people within a guild or for show. After
 * Discord's documentation: names are trimmed of leading, trailing and excessive inner white space, and characters of no width, or that are
 * not rendered, are limited: here none stays that a reader does not see, so no name turns what stands beside it, and none is another one
 * with something hidden in it. Letters that only look alike stay, since nobody is told apart by these names. {@link UsernameRule} goes
 * further, because accounts are, and {@link LineRule} less far, because what is said there is no name.
 */
public final class NameRule {
    /** The sign of Braille without dots: a letter where others stand, and nothing alone. */
    private static final int BLANK_PATTERN = 0x2800;

    private NameRule() {}

    /** What is measured, kept and shown. Empty when the name shows nothing, as one of zero-width characters only. */
    public static String clean(String name) {
        String collapsed = WhiteSpace.collapsed(Unseen.removed(name));
        return collapsed.codePoints().allMatch(NameRule::isBlank) ? "" : collapsed;
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

    private static boolean isBlank(int point) {
        return Unseen.showsNothing(point) || point == BLANK_PATTERN;
    }
}
