package io.guildhall.guild.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.ChannelTester;
import io.guildhall.guild.fakes.FakePlace;
import io.guildhall.guild.fakes.InMemoryStorage;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.fact.MessageFact;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.rpc.Fact;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What readers of the log are told of messages, whichever way one changes. */
class MessageFactsTest {
    private static final long NOW = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();
    private static final long ANN = 101;

    private final InMemoryStorage storage = new InMemoryStorage();
    private final FakePlace place = new FakePlace(storage, NOW).member(ANN, "ann");
    private final ChannelTester tester = new ChannelTester(
            storage,
            TestWriters.createMessage(NOW),
            new UpdateMessage(TestWriters.components(NOW), Screening.NONE),
            new DeleteMessage(),
            new BulkDeleteMessages());

    @Test
    void aNewMessageIsToldAsItLooks() {
        long id = send("hello");

        List<Fact> facts = tester.takeFacts();

        assertThat(facts).hasSize(1);
        assertThat(facts.getFirst().getTopic()).isEqualTo(MessageFact.TOPIC);
        assertThat(facts.getFirst().getKey()).isEqualTo("20");
        assertThat(MessageFact.of(facts.getFirst())).isInstanceOfSatisfying(MessageFact.Is.class, told -> {
            assertThat(told.home()).isEqualTo(FakePlace.GUILD);
            assertThat(told.message().id()).isEqualTo(Snowflake.format(id));
            assertThat(told.message().content()).isEqualTo("hello");
            assertThat(told.message().author().username()).isEqualTo("ann");
        });
    }

    @Test
    void anEditedOneIsToldAnew() {
        long id = send("before");
        tester.takeFacts();

        tester.run(place, on("updateMessage", id).body("{\"content\":\"after\"}"));

        assertThat(told()).singleElement().isInstanceOfSatisfying(MessageFact.Is.class, told -> assertThat(
                        told.message().content())
                .isEqualTo("after"));
    }

    @Test
    void deletedOnesAreToldAsGone() {
        long first = send("one");
        long second = send("two");
        long third = send("three");
        tester.takeFacts();

        tester.run(place, on("deleteMessage", first));
        tester.run(
                place,
                Calls.of("bulkDeleteMessages", ANN)
                        .path("channel_id", FakePlace.CHANNEL)
                        .body("{\"messages\":[\"%d\",\"%d\"]}".formatted(second, third)));

        List<MessageFact> told = told();
        assertThat(told.getFirst()).isEqualTo(new MessageFact.Gone(FakePlace.GUILD, List.of(first)));
        assertThat(told.getLast()).isInstanceOfSatisfying(MessageFact.Gone.class, gone -> assertThat(gone.messages())
                .containsExactlyInAnyOrder(second, third));
    }

    @Test
    void aDeletedChannelAndADeletedGuildAreToldAsAWhole() {
        TestGuild guild = new TestGuild();
        long channel = guild.channel("talk");
        guild.takeFacts();

        guild.run(Calls.of("deleteChannel", TestGuild.OWNER).path("channel_id", channel));
        assertThat(guild.takeFacts().stream().map(MessageFact::of))
                .containsExactly(new MessageFact.ChannelGone(guild.id(), channel));

        guild.run(Calls.of("deleteGuild", TestGuild.OWNER).path("guild_id", guild.id()));
        assertThat(guild.takeFacts().stream().map(MessageFact::of)).contains(new MessageFact.HomeGone(guild.id()));
    }

    private List<MessageFact> told() {
        return tester.takeFacts().stream().map(MessageFact::of).toList();
    }

    private long send(String content) {
        JsonNode answer = tester.run(
                place,
                Calls.of("createMessage", ANN)
                        .path("channel_id", FakePlace.CHANNEL)
                        .body("{\"content\":\"%s\"}".formatted(content)));
        return Snowflake.parse(answer.get("id").asText());
    }

    private static Calls on(String operation, long message) {
        return Calls.of(operation, ANN).path("channel_id", FakePlace.CHANNEL).path("message_id", message);
    }
}
