package io.guildhall.model.name;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an account may be called, wherever its name comes from: registration, renaming, the name of an application's bot. After
 * Discord's documentation of usernames, and without what would let one name pass for another.
 */
public final class UsernameRule {
    private static final Pattern MARKUP = Pattern.compile(".*([@#:]|```).*", Pattern.DOTALL);
    private static final List<String> RESERVED = List.of("everyone", "here");
    private static final Set<UnicodeScript> CONFUSABLE =
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.CYRILLIC, UnicodeScript.GREEK, UnicodeScript.ARMENIAN);

    private UsernameRule() {}

    /** Why a name is refused, in Discord's form. */
    public record Objection(String code, String message) {}

    /** Composed, with one space for any white space. What is checked, kept and shown. */
    public static String clean(String name) {
        return WhiteSpace.collapsed(Normalizer.normalize(name, Normalizer.Form.NFC));
    }

    /** Names with the same key can't be told apart: a person's name is unique by it. */
    public static String key(String name) {
        return clean(name).toLowerCase(Locale.ROOT);
    }

    /** @param name as {@link #clean} gives it */
    public static Optional<Objection> objection(String name) {
        if (MARKUP.matcher(name).matches()) {
            return objection("USERNAME_INVALID_CONTAINS", "Username cannot contain '@', '#', ':' or '```'.");
        }
        if (name.codePoints().anyMatch(UsernameRule::unseen)) {
            return objection("USERNAME_INVALID_CHARACTERS", "Username cannot contain characters that are not shown.");
        }
        String skeleton = Lookalikes.skeleton(name);
        if (RESERVED.contains(skeleton)) {
            return objection("USERNAME_INVALID_MATCHES", "Username cannot be \"" + skeleton + "\"");
        }
        if (scripts(name).size() > 1) {
            return objection("USERNAME_INVALID_CHARACTERS", "Username cannot mix alphabets whose letters look alike.");
        }
        return Optional.empty();
    }

    private static Optional<Objection> objection(String code, String message) {
        return Optional.of(new Objection(code, message));
    }

    /** Control and format characters (zero width, direction), what stands for nothing, and what is drawn as nothing. */
    private static boolean unseen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> point == 0x3164 || point == 0xFFA0 || point == 0x115F || point == 0x1160 || point == 0x2800;
        };
    }

    private static Set<UnicodeScript> scripts(String name) {
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        name.codePoints()
                .mapToObj(UnicodeScript::of)
                .filter(CONFUSABLE::contains)
                .forEach(scripts::add);
        return scripts;
    }
}
