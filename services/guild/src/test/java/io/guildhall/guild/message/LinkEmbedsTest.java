package io.guildhall.guild.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.ChannelTester;
import io.guildhall.guild.fakes.FakePlace;
import io.guildhall.guild.fakes.InMemoryStorage;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.link.LinkLookup;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.catalogue.Messages;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkEmbedsTest {
    private static final long NOW = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();
    private static final long ANN = 101;
    private static final long GUEST = 103;
    private static final String PAGE = "https://example.org/page";

    private final InMemoryStorage storage = new InMemoryStorage();
    private final FakePlace place =
            new FakePlace(storage, NOW).member(ANN, "ann").member(GUEST, "guest", Permission.EMBED_LINKS);
    private final ChannelTester tester = new ChannelTester(
            storage,
            TestWriters.createMessage(NOW),
            new UpdateMessage(TestWriters.components(NOW), Screening.NONE),
            new DeleteMessage());

    @Test
    void aLinkIsLookedUpAndThenShownWithoutTheMessageCountingAsEdited() {
        JsonNode sent = send(ANN, "look: " + PAGE);
        LinkLookup lookup = asked();

        found(lookup, "{\"type\":\"link\",\"title\":\"Page\"}");

        assertThat(lookup.urls()).containsExactly(PAGE);
        assertThat(tester.eventNames()).containsExactly("MESSAGE_CREATE", "MESSAGE_UPDATE");
        assertThat(tester.lastPayload().path("id")).isEqualTo(sent.get("id"));
        assertThat(tester.lastPayload().at("/embeds/0/title").asText()).isEqualTo("Page");
        assertThat(tester.lastPayload().get("edited_timestamp").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no link",
                "<https://example.org/page>",
                "`https://example.org`",
                "```\nhttps://a.org\n```",
                "\\https" + "://"
            })
    void whatIsNoLinkOrWantsNothingShownIsNotLookedUp(String content) {
        send(ANN, content);

        assertThat(tester.errands()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://a.org/x, https://a.org/x",
                "(https://a.org/x) https://a.org/x",
                "[words](https://a.org/x) https://a.org/x",
                "https://a.org/x_(y) https://a.org/x_(y)",
                "||https://a.org/x|| https://a.org/x",
                "**https://a.org/x** https://a.org/x",
                "https://a.org/x?a=b#c https://a.org/x?a=b#c",
            })
    void whatStandsBehindAnAddressIsNotOfIt(String content, String address) {
        assertThat(SpokenText.addresses(content)).containsExactly(address);
    }

    @Test
    void noMoreThanFiveAndEachOnce() {
        send(ANN, "https://a.org https://a.org https://b.org https://c.org https://d.org https://e.org https://f.org");

        assertThat(asked().urls())
                .containsExactly("https://a.org", "https://b.org", "https://c.org", "https://d.org", "https://e.org");
    }

    @Test
    void whoMayNotEmbedLinksShowsNothingOfThem() {
        send(GUEST, PAGE);

        assertThat(tester.errands()).isEmpty();
    }

    @Test
    void whatASenderSuppressesIsNotLookedUp() {
        create(ANN, "{\"content\":\"" + PAGE + "\",\"flags\":4}");

        assertThat(tester.errands()).isEmpty();
    }

    @Test
    void anAnswerForWhatTheMessageNoLongerSaysIsDropped() {
        JsonNode sent = send(ANN, PAGE);
        LinkLookup lookup = asked();
        edit(sent, "{\"content\":\"nothing\"}");
        int before = tester.events().size();

        found(lookup, "{\"type\":\"link\",\"title\":\"Page\"}");

        assertThat(tester.events()).hasSize(before);
    }

    @Test
    void anAnswerForADeletedMessageIsDropped() {
        JsonNode sent = send(ANN, PAGE);
        tester.run(
                place,
                Calls.of("deleteMessage", ANN)
                        .path("channel_id", 20)
                        .path("message_id", sent.get("id").asLong()));
        int before = tester.events().size();

        found(asked(), "{\"type\":\"link\",\"title\":\"Page\"}");

        assertThat(tester.events()).hasSize(before);
    }

    @Test
    void anEditTakesAwayWhatTheOldLinksShowedAndLooksUpTheNew() {
        JsonNode sent = create(ANN, "{\"content\":\"" + PAGE + "\",\"embeds\":[{\"title\":\"own\"}]}");
        found(asked(), "{\"type\":\"link\",\"title\":\"Page\"}");

        JsonNode edited = edit(sent, "{\"content\":\"https://other.org\"}");

        assertThat(edited.get("embeds").findValuesAsText("title")).containsExactly("own");
        assertThat(asked().urls()).containsExactly("https://other.org");
        found(asked(), "{\"type\":\"link\",\"title\":\"Other\"}");
        assertThat(tester.lastPayload().get("embeds").findValuesAsText("title")).containsExactly("own", "Other");
    }

    @Test
    void whatOnePersonSeesShowsItsLinksToThatPersonAlone() {
        AppMessages messages = TestWriters.appMessages(
                new SnowflakeGenerator(1, Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC)));
        Calls answer = Calls.of("createInteractionResponse", GUEST)
                .path("channel_id", 20)
                .body("{\"type\":4,\"data\":{\"content\":\"look: " + PAGE + "\",\"flags\":64}}");
        tester.commit(changes -> {
            return messages.send(
                    place,
                    answer.call(),
                    AnswerBody.of(answer.call().body().path("data")),
                    new AppMessages.Source(GUEST, Json.object(), 0, Optional.empty(), OptionalLong.of(ANN)),
                    changes,
                    sent -> Reply.noContent());
        });
        LinkLookup lookup = asked();

        found(lookup, "{\"type\":\"link\",\"title\":\"Page\"}");

        assertThat(tester.eventNames()).containsExactly("MESSAGE_CREATE", "MESSAGE_UPDATE");
        assertThat(tester.events())
                .allSatisfy(event -> assertThat(event.getOnlyUsersList()).containsExactly(ANN));
        assertThat(tester.lastPayload().at("/embeds/0/title").asText()).isEqualTo("Page");
        assertThat(EphemeralStore.find(place, lookup.messageId())
                        .orElseThrow()
                        .row()
                        .get(Messages.EMBEDS)
                        .toStringUtf8())
                .contains("Page");
        assertThat(new MessageStore(storage, place.channelId()).find(lookup.messageId()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ANN + ",1", GUEST + ",0"})
    void whatSomebodyHasBroughtShowsLinksWhereThatPersonMay(long person, int lookups) {
        AppMessages messages = TestWriters.appMessages(
                new SnowflakeGenerator(1, Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC)));
        JsonNode interaction = Json.parse("{\"user\":{\"id\":\"%d\"},\"authorizing_integration_owners\":{\"1\":\"%d\"}}"
                .formatted(person, person));
        Calls answer = Calls.of("createInteractionResponse", GUEST)
                .path("channel_id", 20)
                .body("{\"type\":4,\"data\":{\"content\":\"look: " + PAGE + "\"}}");
        tester.commit(changes -> messages.send(
                place,
                answer.call(),
                AnswerBody.of(answer.call().body().path("data")),
                new AppMessages.Source(GUEST, interaction, 0, Optional.empty(), OptionalLong.empty()),
                changes,
                sent -> Reply.noContent()));

        assertThat(tester.errands()).hasSize(lookups);
    }

    private JsonNode send(long author, String content) {
        return create(author, Json.write(Json.object().put("content", content)));
    }

    private JsonNode create(long author, String body) {
        return tester.run(
                place,
                Calls.of("createMessage", author).bot().path("channel_id", 20).body(body));
    }

    private JsonNode edit(JsonNode message, String body) {
        return tester.run(
                place,
                Calls.of("updateMessage", ANN)
                        .bot()
                        .path("channel_id", 20)
                        .path("message_id", message.get("id").asLong())
                        .body(body));
    }

    private LinkLookup asked() {
        return LinkLookup.of(tester.errands().getLast());
    }

    private void found(LinkLookup lookup, String embed) {
        JsonNode body = Json.parse(
                lookup.found(List.of(Json.parse(embed))).getInternal().getBody());
        tester.commit(changes -> new ShowLinks().handle(place, body, changes));
    }
}
