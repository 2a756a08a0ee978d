package io.guildhall.guild.mention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.actor.Outcomes;
import io.guildhall.model.attachment.AttachmentLinks;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.BroadcastMentions;
import io.guildhall.model.table.catalogue.Mentions;
import io.guildhall.model.table.catalogue.MessageBucket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody who is mentioned more often than one read brings. */
class LongInboxTest {
    private static final int MORE_THAN_A_PAGE = 250;

    private final Town town = new Town();
    private final long alice = town.person("alice");
    private final long bob = town.person("bob");
    private final long guild = town.guild(alice);
    private final long channel = town.channel(guild);

    LongInboxTest() {
        town.join(guild, alice, bob);
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void whatIsBelowTheFirstPageIsFound() {
        long named = write(guild, channel, "<@" + bob + ">");
        gone(MORE_THAN_A_PAGE, true);
        long many = write(guild, channel, "@everyone");
        gone(MORE_THAN_A_PAGE, false);

        assertThat(listed("{}")).containsExactly(many, named);
        assertThat(listed("{\"before\":\"" + many + "\"}")).containsExactly(named);
    }

    @Test
    void whatIsDismissedDoesNotComeAgainBehindManyOthers() {
        long dismissed = write(guild, channel, "@everyone");
        town.rest(Keys.user(bob), "deleteMention", bob, Map.of("message_id", Town.text(dismissed)), "", "");
        long shown = write(guild, channel, "@everyone again");
        gone(MORE_THAN_A_PAGE, true);

        assertThat(listed("{}")).containsExactly(shown);
    }

    @Test
    void oneAskLooksAtSoManyAndTheNextGoesOn() {
        long first = write(guild, channel, "<@" + bob + ">");
        long lowest = gone(CandidateWalk.MOST_CANDIDATES, true);
        int before = town.rows().reads(Mentions.TABLE);

        assertThat(listed("{}")).isEmpty();
        assertThat(town.rows().reads(Mentions.TABLE) - before).isEqualTo(5);
        assertThat(listed("{\"before\":\"" + lowest + "\"}")).containsExactly(first);
    }

    @Test
    void whatIsOlderIsReadOnlyWhenItIsNeeded() {
        write(guild, channel, "<@" + bob + ">");
        int before = town.rows().reads(BroadcastMentions.TABLE);
        assertThat(listed("{\"limit\":1}")).hasSize(1);
        assertThat(town.rows().reads(BroadcastMentions.TABLE) - before).isEqualTo(1);
        assertThat(listed("{\"limit\":2}")).hasSize(1);
        assertThat(town.rows().reads(BroadcastMentions.TABLE) - before).isGreaterThan(2);
    }

    @Test
    void aGuildThatCannotAnswerShowsNothingOfItself() {
        long other = town.guild(alice);
        long there = town.channel(other);
        town.join(other, alice, bob);
        long here = write(guild, channel, "<@" + bob + ">");
        long away = write(other, there, "<@" + bob + ">");
        Inbox inbox = new Inbox(
                bob,
                author -> false,
                town.rows(),
                command -> command.getActor().equals(Keys.guild(other))
                        ? CompletableFuture.completedFuture(Outcomes.unavailable("away"))
                        : town.stage().execute(command),
                new AttachmentLinks("a secret", town.clock()));

        assertThat(inbox.show(
                        List.of(List.of(named(away, there, other), named(here, channel, guild)))
                                .iterator(),
                        25))
                .extracting(message -> message.path("id").asText())
                .containsExactly(Town.text(here));
    }

    private static Candidate named(long message, long channel, long guild) {
        return new Candidate(message, channel, guild, true, false, List.of());
    }

    /** Mentions of messages that are deleted by now, by name or of everyone; the lowest id. */
    private long gone(int count, boolean named) {
        town.clock().advance(Duration.ofSeconds(1));
        List<Mutation> rows = new ArrayList<>();
        long lowest = town.nextId();
        long id = lowest;
        for (int index = 0; index < count; index++) {
            rows.add(
                    named
                            ? Write.to(Mentions.TABLE, bob, MessageBucket.of(id), id)
                                    .set(Mentions.CHANNEL_ID, channel)
                                    .set(Mentions.GUILD_ID, guild)
                                    .build()
                            : Write.to(BroadcastMentions.TABLE, guild, MessageBucket.of(id), id)
                                    .set(BroadcastMentions.CHANNEL_ID, channel)
                                    .set(BroadcastMentions.GUILD_ID, guild)
                                    .set(BroadcastMentions.AUTHOR_ID, alice)
                                    .set(BroadcastMentions.EVERYONE, true)
                                    .build());
            id = town.nextId();
        }
        town.rows().writeNow(rows);
        return lowest;
    }

    private long write(long home, long where, String content) {
        town.clock().advance(Duration.ofSeconds(1));
        return Town.json(town.rest(
                        Keys.guild(home),
                        "createMessage",
                        alice,
                        Map.of("channel_id", Town.text(where)),
                        "",
                        "{\"content\":\"" + content + "\"}"))
                .path("id")
                .asLong();
    }

    private List<Long> listed(String query) {
        JsonNode listed = Town.json(town.rest(Keys.user(bob), "listMentions", bob, Map.of(), query, ""));
        return listed.valueStream().map(message -> message.path("id").asLong()).toList();
    }
}
