package io.guildhall.guild.automod.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextScreenTest {
    @ParameterizedTest
    @CsvSource({
        "cat, the Cat sat, Cat",
        "cat, cat, cat",
        "cat, cats,",
        "cat, wildcat,",
        "cat, 'one cat, two', cat",
        "cat*, Catapult, Cat",
        "cat*, wildcat,",
        "*cat, wildCat, Cat",
        "*cat, catch,",
        "*cat*, eduCation, Cat",
        "the mouse, 'in the mouse hole', the mouse",
        "straße, STRASSE,",
        "ÄRGER, großer ärger, ärger",
        "*, anything,",
        "'*c++*', 'I write C++ here', C++"
    })
    void wordsEndWhereTheirStarsSay(String word, String text, String found) {
        assertThat(find(new TextRule(List.of(word), List.of(), List.of()), text).map(Hit::content))
                .isEqualTo(Optional.ofNullable(found));
    }

    @Test
    void whatStandsWithinSomethingAllowedDoesNotCount() {
        TextRule rule = new TextRule(List.of("*ass*"), List.of(), List.of("class", "*assist*"));
        assertThat(find(rule, "a class, Assistance")).isEmpty();
        assertThat(find(rule, "a class of an ass")).contains(new Hit("*ass*", "ass"));
        assertThat(find(rule, "classes")).contains(new Hit("*ass*", "ass"));
    }

    @Test
    void expressionsAreTriedWhereTheyCanMatch() {
        TextRule rule = new TextRule(
                List.of(),
                List.of(pattern("(?i)free\\s+nitro+"), pattern("[0-9]{4}-[0-9]{4}")),
                List.of("*1234-0000*"));
        assertThat(find(rule, "get FREE  Nitroooo now")).contains(new Hit("(?i)free\\s+nitro+", "FREE  Nitroooo"));
        assertThat(find(rule, "1234-0000 and 1234-5678").map(Hit::content)).contains("1234-5678");
        assertThat(find(rule, "free lunch")).isEmpty();
    }

    @Test
    void everyRuleFindsItsOwnAndOnlyThoseConcernedAreAsked() {
        TextRule one = new TextRule(List.of("same", "one"), List.of(), List.of());
        TextRule other = new TextRule(List.of("same"), List.of(), List.of("all the same"));
        TextScreen screen = new TextScreen(List.of(one, other, one));
        assertThat(screen.find("all the same", rule -> rule != 2))
                .containsExactly(Optional.of(new Hit("same", "same")), Optional.empty(), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "'(', unfinished",
        "'(?=a)', looks ahead",
        "'(a)\\1', refers back",
        "'((a{100}){100}){100}', a million",
        "'(((((a{9}){9}){9}){9}){9}){9}', half a million",
        "'(x{1000})', a thousand"
    })
    void hostileExpressionsAreRefused(String written, String why) {
        assertThat(SafePattern.of(written)).as(why).isEmpty();
    }

    private static SafePattern pattern(String written) {
        return SafePattern.of(written).orElseThrow();
    }

    private static Optional<Hit> find(TextRule rule, String text) {
        return new TextScreen(List.of(rule)).find(text, place -> true).getFirst();
    }
}
