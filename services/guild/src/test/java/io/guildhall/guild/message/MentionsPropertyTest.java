package io.guildhall.guild.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.fakes.FakePlace;
import io.guildhall.guild.fakes.InMemoryStorage;
import io.guildhall.model.body.Given;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MentionsPropertyTest {
    private static final long ANN = 101;

    private final FakePlace place = new FakePlace(new InMemoryStorage(), 0).member(ANN, "ann");

    @Property(tries = 500)
    void anyTextIsReadWithoutHarm(@ForAll("texts") String text) {
        Mentions mentions = Mentions.in(
                text, MentionPolicy.of(Given.absent("allowed_mentions")), place, ANN, UserLookup.here(place));

        assertThat(mentions.users()).isSubsetOf(ANN);
        assertThat(mentions.users().contains(ANN)).isEqualTo(text.contains("<@101>") || text.contains("<@!101>"));
        assertThat(mentions.roles()).isEmpty();
    }

    /** Pieces of mentions in any order, and noise. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                        Arbitraries.of(
                                "<@101>",
                                "<@!101>",
                                "<@",
                                "101",
                                ">",
                                "<@&",
                                "<@99999999999999999999>",
                                "@everyone",
                                "@"),
                        Arbitraries.strings().ofMaxLength(5))
                .list()
                .ofMaxSize(20)
                .map(pieces -> String.join("", pieces));
    }
}
