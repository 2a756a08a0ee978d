package io.guildhall.guild.bench;

import io.guildhall.guild.automod.match.SafePattern;
import io.guildhall.guild.automod.match.TextRule;
import io.guildhall.guild.automod.match.TextScreen;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * What looking at a message of 500 characters costs in a guild whose rules have 10,000 keywords and 10 regular expressions. The words
 * and the messages are of the same letters, so that words begin all the time and seldom end.
 */
public final class AutomodBench {
    private static final int KEYWORDS = 10_000;
    private static final int RULES = 10;
    private static final int LENGTH = 500;
    private static final int MESSAGES = 2_000;
    private static final int ROUNDS = 40;
    private static final List<String> PATTERNS = List.of(
            "(?i)free\\s+nitro",
            "discord\\.gg/\\w+",
            "(?i)https?://[a-z0-9.-]+\\.(ru|xyz)/gift",
            "\\bbuy\\s+followers\\b",
            "(?i)steamcommun[il1]ty\\.com",
            "crypto[- ]?giveaway",
            "(?i)telegram\\.me/[a-z]+",
            "onlyfans\\.com/\\w{3,}",
            "(?i)claim your (prize|reward)",
            "\\$[0-9]{3,} (daily|weekly) guaranteed");

    private AutomodBench() {}

    public static void main(String[] arguments) {
        Random random = new Random(1);
        List<TextRule> rules = new ArrayList<>();
        for (int rule = 0; rule < RULES; rule++) {
            List<String> words = new ArrayList<>();
            for (int word = 0; word < KEYWORDS / RULES; word++) {
                words.add(
                        (word % 3 == 0 ? "*" : "") + word(random, 5 + random.nextInt(8)) + (word % 2 == 0 ? "*" : ""));
            }
            rules.add(new TextRule(words, rule == 0 ? patterns() : List.of(), List.of()));
        }
        long before = used();
        TextScreen screen = new TextScreen(rules);
        long bytes = used() - before;
        List<String> messages = new ArrayList<>();
        for (int message = 0; message < MESSAGES; message++) {
            messages.add(message(random));
        }
        double best = Double.MAX_VALUE;
        long hits = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            for (String message : messages) {
                hits += screen.find(message, rule -> true).stream()
                        .filter(Optional::isPresent)
                        .count();
            }
            double micros = (System.nanoTime() - begun) / 1000.0 / MESSAGES;
            System.out.printf(Locale.ROOT, "round %d: %.1f us%n", round, micros);
            best = Math.min(best, micros);
        }
        System.out.printf(Locale.ROOT, "us_per_message=%.1f screen_kb=%d hits=%d%n", best, bytes / 1024, hits);
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static List<SafePattern> patterns() {
        return PATTERNS.stream()
                .map(written -> SafePattern.of(written).orElseThrow())
                .toList();
    }

    private static String message(Random random) {
        StringBuilder message = new StringBuilder();
        while (message.length() < LENGTH) {
            message.append(word(random, 2 + random.nextInt(9))).append(' ');
        }
        return message.substring(0, LENGTH);
    }

    private static String word(Random random, int length) {
        StringBuilder word = new StringBuilder();
        for (int index = 0; index < length; index++) {
            word.append("etaoinshrdlucmfwyp".charAt((int) (18 * random.nextDouble() * random.nextDouble())));
        }
        return word.toString();
    }
}
