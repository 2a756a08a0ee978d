package io.guildhall.messageindex.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words in their order.
 *
 * @param exact whether they are to be there as they are and next to each other, as what stands in quotation marks; else in any of their
 *     forms, and others may be between them
 */
public record Phrase(String text, boolean exact) {
    private static final Pattern QUOTED = Pattern.compile("[\"“”„]([^\"“”„]+)[\"“”„]");

    /** What a person typed: all of these are to be found. Nothing else has a meaning: what clients' filters say arrives in parameters. */
    public static List<Phrase> of(String content) {
        List<Phrase> phrases = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(content);
        while (quoted.find()) {
            phrases.add(new Phrase(quoted.group(1), true));
        }
        phrases.add(new Phrase(quoted.replaceAll(" "), false));
        return phrases;
    }
}
