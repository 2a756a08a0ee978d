package io.guildhall.guild.message;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What of a text can mention anybody: neither code, nor addresses, nor what a backslash takes its meaning from. Quotes, spoilers and
 * emphasis change nothing. Takes time in proportion to the text, whatever stands in it.
 */
final class SpokenText {
    private static final String FENCE = "```";
    private static final String BEHIND = ".,:;!?'\"*_|~>]}`";

    private final String text;
    private final StringBuilder spoken;
    /** Where runs of backticks begin, by their length. */
    private final Map<Integer, Deque<Integer>> runs = new HashMap<>();

    private final Set<String> addresses = new LinkedHashSet<>();

    private boolean fencesLeft = true;
    private int at;

    private SpokenText(String text) {
        this.text = text;
        this.spoken = new StringBuilder(text.length());
    }

    /** The text with a space in place of everything that can mention nobody. */
    static String of(String text) {
        boolean plain = text.indexOf('`') < 0 && text.indexOf('\\') < 0 && !text.contains("://");
        return plain ? text : new SpokenText(text).read();
    }

    /**
     * The addresses that are written as such, each once, in order: not those in code, nor those in angle brackets, by which a writer says that
     * nothing is to be shown of them.
     */
    static Set<String> addresses(String text) {
        if (!text.contains("://")) {
            return Set.of();
        }
        SpokenText spoken = new SpokenText(text);
        spoken.read();
        return spoken.addresses;
    }

    private String read() {
        findRuns();
        while (at < text.length()) {
            int end = skipped();
            if (end > at) {
                spoken.append(' ');
                at = end;
            } else {
                spoken.append(text.charAt(at++));
            }
        }
        return spoken.toString();
    }

    private void findRuns() {
        int index = 0;
        while (index < text.length()) {
            int end = endOfRun(index);
            if (end > index) {
                runs.computeIfAbsent(end - index, length -> new ArrayDeque<>()).add(index);
            }
            index = Math.max(end, index + 1);
        }
    }

    /** Where that ends which begins here and can mention nobody; here, when nothing of the kind does. */
    private int skipped() {
        return switch (text.charAt(at)) {
            case '\\' -> endOfEscape();
            case '`' -> endOfCode();
            case 'h', 'H' -> endOfAddress();
            default -> at;
        };
    }

    /** Letters, digits and white space can't be escaped. */
    private int endOfEscape() {
        if (at + 1 == text.length()) {
            return at;
        }
        char next = text.charAt(at + 1);
        boolean alphanumeric = next < 128 && Character.isLetterOrDigit(next);
        return alphanumeric || Character.isWhitespace(next) ? at : at + 2;
    }

    private int endOfCode() {
        int block = endOfBlock();
        if (block > at) {
            return block;
        }
        int end = endOfRun(at);
        // As many backticks as possible open what as many close; without any that do, all of them are text.
        for (int length = end - at; length > 0; length--) {
            Deque<Integer> closing = runs.getOrDefault(length, new ArrayDeque<>());
            while (!closing.isEmpty() && closing.peek() < end) {
                closing.poll();
            }
            if (!closing.isEmpty()) {
                return closing.peek() + length;
            }
        }
        return at;
    }

    private int endOfBlock() {
        if (!fencesLeft || !text.startsWith(FENCE, at)) {
            return at;
        }
        int content = at + FENCE.length();
        while (content < text.length() && text.charAt(content) == '\n') {
            content++;
        }
        int closing = text.indexOf(FENCE, content + 1);
        fencesLeft = closing >= 0;
        return fencesLeft ? closing + FENCE.length() : at;
    }

    private int endOfAddress() {
        boolean address =
                text.regionMatches(true, at, "http://", 0, 7) || text.regionMatches(true, at, "https://", 0, 8);
        int end = at;
        while (address && end < text.length() && text.charAt(end) != '<' && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        if (end > at) {
            keepAddress(text.substring(at, end));
        }
        return end;
    }

    /** Without what stands behind an address and belongs to the sentence. */
    private void keepAddress(String address) {
        boolean bracketed = at > 0 && text.charAt(at - 1) == '<' && address.indexOf('>') >= 0;
        if (bracketed) {
            return;
        }
        int end = address.length();
        while (end > 0 && (BEHIND.indexOf(address.charAt(end - 1)) >= 0 || closesNothing(address, end))) {
            end--;
        }
        if (end > address.indexOf("://") + 3) {
            addresses.add(address.substring(0, end));
        }
    }

    private static boolean closesNothing(String address, int end) {
        return address.charAt(end - 1) == ')' && address.lastIndexOf('(', end - 1) < 0;
    }

    private int endOfRun(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) == '`') {
            end++;
        }
        return end;
    }
}
