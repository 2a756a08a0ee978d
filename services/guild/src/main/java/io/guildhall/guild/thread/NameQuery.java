package io.guildhall.guild.thread;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * What threads are looked for by their names. The words stand in the name in their order, and a word of the name may go on after what
 * was asked of it, since people look while they still write.
 *
 * @param slop how many other words may stand between them, all in all
 */
record NameQuery(List<String> words, int slop) {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    static NameQuery of(String text, int slop) {
        return new NameQuery(words(text), slop);
    }

    /** How many other words stand between them at least; empty when the name does not fit. Without words every name fits. */
    OptionalInt distance(String name) {
        if (words.isEmpty()) {
            return OptionalInt.of(0);
        }
        List<String> all = words(name);
        OptionalInt least = OptionalInt.empty();
        for (int start = 0; start + words.size() <= all.size(); start++) {
            OptionalInt distance = from(all, start);
            if (distance.isPresent() && (least.isEmpty() || distance.getAsInt() < least.getAsInt())) {
                least = distance;
            }
        }
        return least;
    }

    /** With the first word at this place. Taking each next word where it stands first leaves out the fewest. */
    private OptionalInt from(List<String> all, int start) {
        int asked = 0;
        int place = start;
        while (asked < words.size() && place < all.size() && place - start - asked <= slop) {
            if (all.get(place).startsWith(words.get(asked))) {
                asked++;
            } else if (asked == 0) {
                return OptionalInt.empty();
            }
            place++;
        }
        int distance = place - start - asked;
        return asked == words.size() && distance <= slop ? OptionalInt.of(distance) : OptionalInt.empty();
    }

    private static List<String> words(String text) {
        return Arrays.stream(BETWEEN.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
