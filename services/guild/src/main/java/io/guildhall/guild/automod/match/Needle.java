package io.guildhall.guild.automod.match;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The longest text that stands in everything that a regular expression matches, found from the expression alone. It is looked for
 * together with all words, so that expressions are only tried where they can match. When in doubt there is none.
 */
final class Needle {
    private static final int SHORTEST = 3;
    private static final String OTHERS = "dDwWsSbB";

    /** Classes whose end is not the first bracket. */
    private static final List<String> DOUBTFUL = List.of("[]", "[^]", "[[", "[:");

    /** Other braces are characters like any other. */
    private static final Pattern COUNT = Pattern.compile("[0-9]+(,[0-9]*)?\\}");

    private final String pattern;
    private final StringBuilder run = new StringBuilder();
    private String longest = "";
    private int at;

    private Needle(String pattern) {
        this.pattern = pattern;
    }

    /** Folded; empty for none. */
    static String of(String pattern) {
        if (DOUBTFUL.stream().anyMatch(pattern::contains) || pattern.chars().anyMatch(Needle::halfCharacter)) {
            return "";
        }
        String found = new Needle(pattern).longest();
        return found.length() < SHORTEST ? "" : Folding.of(found);
    }

    private String longest() {
        while (at < pattern.length()) {
            char one = pattern.charAt(at++);
            switch (one) {
                case '\\' -> {
                    if (!escaped()) {
                        return "";
                    }
                }
                case '|' -> {
                    return "";
                }
                case '(' -> skipTo(')');
                case '[' -> skipTo(']');
                case '{' -> skipCount();
                case '.', '^', '$', '*', '+', '?', ')', ']', '}' -> end();
                default -> literal(one);
            }
        }
        end();
        return longest;
    }

    /** False for escapes that say more than one character. */
    private boolean escaped() {
        if (at == pattern.length()) {
            return false;
        }
        char one = pattern.charAt(at++);
        if (OTHERS.indexOf(one) >= 0) {
            end();
            return true;
        }
        literal(one);
        return !Character.isLetterOrDigit(one);
    }

    private void literal(char one) {
        char next = at < pattern.length() ? pattern.charAt(at) : ' ';
        if (next == '?' || next == '*' || next == '{') {
            end();
            return;
        }
        run.append(one);
        if (next == '+') {
            end();
        }
    }

    private static boolean halfCharacter(int unit) {
        return Character.isSurrogate((char) unit);
    }

    private void end() {
        if (run.length() > longest.length()) {
            longest = run.toString();
        }
        run.setLength(0);
    }

    private void skipCount() {
        end();
        Matcher count = COUNT.matcher(pattern).region(at, pattern.length());
        if (count.lookingAt()) {
            at = count.end();
        }
    }

    /** Past the end of what begins here; groups may hold others, and classes may hold brackets of groups. */
    private void skipTo(char close) {
        end();
        int depth = 1;
        boolean inClass = false;
        while (at < pattern.length() && depth > 0) {
            char one = pattern.charAt(at++);
            if (one == '\\') {
                at++;
            } else if (inClass) {
                inClass = one != ']';
            } else if (one == close) {
                depth--;
            } else if (close == ')' && one == '(') {
                depth++;
            } else if (close == ')' && one == '[') {
                inClass = true;
            }
        }
    }
}
