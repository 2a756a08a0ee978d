package io.guildhall.guild.automod.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class WordAutomatonTest {
    @Property(tries = 500)
    void itFindsWhatLookingForEachWordAloneFinds(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> words = new ArrayList<>();
        for (int word = 0; word < 20; word++) {
            words.add(text(random, random.nextInt(6)));
        }
        String text = text(random, 60);
        Set<String> expected = new TreeSet<>();
        for (int word = 0; word < words.size(); word++) {
            String looked = words.get(word);
            for (int at = text.indexOf(looked); at >= 0 && !looked.isEmpty(); at = text.indexOf(looked, at + 1)) {
                expected.add(word + "@" + at + "-" + (at + looked.length()));
            }
        }
        Set<String> found = new TreeSet<>();
        new WordAutomaton(words).scan(text, (word, start, end) -> found.add(word + "@" + start + "-" + end));
        assertThat(found).isEqualTo(expected);
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < length; index++) {
            text.append("abcé".charAt(random.nextInt(4)));
        }
        return text.toString();
    }
}
