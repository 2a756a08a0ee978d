package io.guildhall.model.locale;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The languages that clients may be set to, and for which texts may be translated. */
public final class Locales {
    /** Of bots, and of whoever does not say. */
    public static final String DEFAULT = "en-US";

    public static final List<String> ALL = List.of(
            "ar", "bg", "cs", "da", "de", "el", "en-GB", "en-US", "es-419", "es-ES", "fi", "fr", "he", "hi", "hr", "hu",
            "id", "it", "ja", "ko", "lt", "nl", "no", "pl", "pt-BR", "ro", "ru", "sv-SE", "th", "tr", "uk", "vi",
            "zh-CN", "zh-TW");

    private static final Set<String> KNOWN = Set.copyOf(ALL);

    private static final Map<String, String> INSTEAD = Map.of("en-US", "en-GB", "en-GB", "en-US", "es-419", "es-ES");

    private Locales() {}

    public static boolean exists(String locale) {
        return KNOWN.contains(locale);
    }

    /** What is shown to readers of a language for which there is no translation; empty when that is the text itself. */
    public static Optional<String> instead(String locale) {
        return Optional.ofNullable(INSTEAD.get(locale));
    }

    /**
     * What a client reads.
     *
     * @param named X-Discord-Locale, or null
     * @param accepted Accept-Language, or null: its first language that there is, with its region or without
     * @return empty when neither names one
     */
    public static Optional<String> asked(String named, String accepted) {
        if (named != null && exists(named)) {
            return Optional.of(named);
        }
        return accepted == null
                ? Optional.empty()
                : Arrays.stream(accepted.split(","))
                        .map(range -> range.split(";", 2)[0].strip())
                        .map(tag -> exists(tag) ? tag : tag.split("-", 2)[0])
                        .filter(Locales::exists)
                        .findFirst();
    }
}
