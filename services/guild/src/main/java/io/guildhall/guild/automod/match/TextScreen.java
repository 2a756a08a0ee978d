package io.guildhall.guild.automod.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Looks for what all rules of a guild look for, in one pass over a text: words, what is allowed, and what expressions need to match at
 * all. Its cost grows with the text, not with the words. It never changes.
 */
public final class TextScreen {
    private static final int NO_PATTERN = -1;

    private final List<TextRule> rules;
    private final List<Entry> entries;
    private final List<BitSet> alwaysTried = new ArrayList<>();
    private final WordAutomaton automaton;

    private enum Kind {
        WORD,
        ALLOWED,
        NEEDLE
    }

    /** @param pattern which of the rule's, for what an expression needs */
    private record Entry(int rule, Kind kind, Word word, int pattern) {}

    public TextScreen(List<TextRule> rules) {
        this.rules = List.copyOf(rules);
        List<Entry> looked = new ArrayList<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            TextRule of = rules.get(rule);
            add(looked, rule, Kind.WORD, of.words());
            add(looked, rule, Kind.ALLOWED, of.allowed());
            BitSet without = new BitSet();
            for (int pattern = 0; pattern < of.patterns().size(); pattern++) {
                String needle = Needle.of(of.patterns().get(pattern).written());
                if (needle.isEmpty()) {
                    without.set(pattern);
                } else {
                    looked.add(new Entry(rule, Kind.NEEDLE, Word.of("*" + needle + "*"), pattern));
                }
            }
            alwaysTried.add(without);
        }
        entries = List.copyOf(looked);
        automaton = new WordAutomaton(
                entries.stream().map(entry -> entry.word().text()).toList());
    }

    /**
     * The first thing that each rule finds, by the rule's place.
     *
     * @param concerned the rules that are asked
     */
    public List<Optional<Hit>> find(String text, IntPredicate concerned) {
        Findings[] findings = new Findings[rules.size()];
        for (int rule = 0; rule < findings.length; rule++) {
            findings[rule] = concerned.test(rule) ? new Findings() : null;
        }
        String folded = Folding.of(text);
        automaton.scan(folded, (word, start, end) -> note(findings, entries.get(word), folded, start, end));
        List<Optional<Hit>> hits = new ArrayList<>(findings.length);
        for (int rule = 0; rule < findings.length; rule++) {
            hits.add(findings[rule] == null ? Optional.empty() : hit(rule, findings[rule], text));
        }
        return hits;
    }

    private static void note(Findings[] findings, Entry entry, String folded, int start, int end) {
        Findings of = findings[entry.rule()];
        if (of == null || !entry.word().fits(folded, start, end)) {
            return;
        }
        switch (entry.kind()) {
            case WORD -> of.word(entry.word(), start, end);
            case ALLOWED -> of.allowed(entry.word(), start, end);
            case NEEDLE -> of.needle(entry.pattern());
        }
    }

    private Optional<Hit> hit(int rule, Findings findings, String text) {
        Optional<Hit> word = findings.firstWord(text);
        List<SafePattern> patterns = rules.get(rule).patterns();
        for (int pattern = 0; word.isEmpty() && pattern < patterns.size(); pattern++) {
            if (alwaysTried.get(rule).get(pattern) || findings.hasNeedle(pattern)) {
                SafePattern tried = patterns.get(pattern);
                word = tried.find(text, findings::counts).map(content -> new Hit(tried.written(), content));
            }
        }
        return word;
    }

    private static void add(List<Entry> entries, int rule, Kind kind, List<String> words) {
        words.forEach(word -> entries.add(new Entry(rule, kind, Word.of(word), NO_PATTERN)));
    }
}
