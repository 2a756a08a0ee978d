package io.guildhall.guild.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.ChannelTester;
import io.guildhall.guild.fakes.FakePlace;
import io.guildhall.guild.fakes.InMemoryStorage;
import io.guildhall.guild.pin.ListPins;
import io.guildhall.guild.pin.ListPinsOld;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ContentVariant;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Applications;
import io.guildhall.model.table.catalogue.Pins;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A bot that is not told content by events is not told it by answers either. */
class ContentRuleTest {
    private static final long ANN = 101;
    private static final long BOT = 103;
    private static final long NOW = 1_700_000_000_000L;

    private final InMemoryStorage storage = new InMemoryStorage();
    private final FakePlace place =
            new FakePlace(storage, NOW).member(ANN, "ann").member(BOT, "bot");
    private final ChannelTester tester = new ChannelTester(
            storage,
            TestWriters.createMessage(NOW),
            new UpdateMessage(TestWriters.components(NOW), Screening.NONE),
            new CrosspostMessage(),
            new GetMessage(),
            new ListMessages(),
            new ListPins(),
            new ListPinsOld());

    @Test
    void othersMessagesAreEmptyInEveryAnswer() {
        application(0);
        JsonNode sent = send(ANN, "{\"content\":\"secret\",\"embeds\":[{\"title\":\"secret\"}]}");
        long id = sent.get("id").asLong();
        storage.write(List.of(Write.to(Pins.TABLE, FakePlace.CHANNEL, NOW, id).build()));

        for (JsonNode message : List.of(
                tester.run(place, of("getMessage").path("message_id", id)),
                tester.run(place, of("listMessages")).get(0),
                tester.run(place, of("listPins")).at("/items/0/message"),
                tester.run(place, of("listPinsOld")).get(0))) {
            assertThat(message.get("id").asLong()).isEqualTo(id);
            assertThat(message.get("content").asText()).isEmpty();
            assertThat(message.toString()).doesNotContain("secret");
        }
    }

    @Test
    void itsOwnMessagesAndThoseThatMentionItAreWhole() {
        application(0);
        JsonNode question = send(ANN, "{\"content\":\"secret\"}");
        send(ANN, "{\"content\":\"hey <@103>\"}");
        send(BOT, "{\"content\":\"mine\",\"message_reference\":{\"message_id\":" + question.get("id") + "}}");

        JsonNode page = tester.run(place, of("listMessages"));
        assertThat(page)
                .extracting(message -> message.get("content").asText())
                .containsExactly("mine", "hey <@103>", "");
        assertThat(page.at("/0/referenced_message/content").asText()).isEmpty();
    }

    /** Or it would read anything by replying to it, or by showing no embeds of it. */
    @Test
    void whatItDoesToMessagesTellsItNothingOfOthers() {
        application(0);
        place.type(ChannelType.GUILD_ANNOUNCEMENT);
        JsonNode secret = send(ANN, "{\"content\":\"secret\",\"embeds\":[{\"title\":\"secret\"}]}");
        String reply =
                "{\"content\":\"mine\",\"nonce\":\"7\",\"enforce_nonce\":true,\"message_reference\":{\"message_id\":"
                        + secret.get("id") + "}}";
        JsonNode sent = send(BOT, reply, true);
        long mine = sent.get("id").asLong();
        assertThat(sent.get("nonce").asText()).isEqualTo("7");

        for (JsonNode answer : List.of(
                sent,
                send(BOT, reply, true),
                tester.run(place, of("updateMessage").path("message_id", mine).body("{\"content\":\"mine\"}")),
                tester.run(place, of("crosspostMessage").path("message_id", mine)))) {
            assertThat(answer.get("content").asText()).isEqualTo("mine");
            assertThat(answer.at("/referenced_message/id")).isEqualTo(secret.get("id"));
            assertThat(answer.toString()).doesNotContain("secret");
        }
        for (JsonNode answer : List.of(
                tester.run(
                        place,
                        of("updateMessage")
                                .path("message_id", secret.get("id").asLong())
                                .body("{\"flags\":4}")),
                tester.run(
                        place,
                        of("crosspostMessage")
                                .path("message_id", secret.get("id").asLong())))) {
            assertThat(answer.get("id")).isEqualTo(secret.get("id"));
            assertThat(answer.toString()).doesNotContain("secret");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 18, 1L << 19})
    void withThePrivilegeItReadsEverything(long flags) {
        application(flags);
        send(ANN, "{\"content\":\"open\"}");
        assertThat(tester.run(place, of("listMessages")).at("/0/content").asText())
                .isEqualTo("open");
    }

    /** Of a reply and of what it replies to each alone: events say the same as {@link #itsOwnMessagesAndThoseThatMentionItAreWhole}. */
    @ParameterizedTest
    @CsvSource({
        "101, hidden,         103, shown,          |shown",
        "101, hidden,         101, hidden,         |",
        "101, hidden,         101, 'hi <@103>',    |hi <@103>",
        "103, shown,          101, hidden,         shown|",
        "101, 'hi <@103>',    101, hidden,         hi <@103>|",
        "101, 'hi <@103>',    103, shown,          hi <@103>|shown",
        "103, shown,          101, 'hi <@103>',    shown|hi <@103>",
    })
    void ofAReplyAndWhatItRepliesToABotIsToldItsOwn(
            long author, String reply, long before, String answered, String told) {
        application(0);
        place.bot(BOT, "bot");
        JsonNode question = send(before, Json.object().put("content", answered).toString());
        JsonNode sent = send(
                author,
                "{\"content\":\"%s\",\"allowed_mentions\":{\"parse\":[\"users\"]},\"message_reference\":{\"message_id\":%s}}"
                        .formatted(reply, question.get("id")));

        JsonNode event = told(tester.lastEvent());
        assertThat(event.get("id")).isEqualTo(sent.get("id"));
        assertThat(event.at("/referenced_message/id")).isEqualTo(question.get("id"));
        assertThat(event.get("guild_id").asLong()).isEqualTo(FakePlace.GUILD);
        assertThat(said(event)).isEqualTo(told);
        assertThat(said(tester.run(
                        place,
                        of("getMessage").path("message_id", sent.get("id").asLong()))))
                .isEqualTo(told);
    }

    /** As the bot's session receives it without the intent. */
    private static JsonNode told(Event event) {
        return Json.parse(event.getContentVariantsList().stream()
                .filter(variant -> variant.getUsersList().contains(BOT))
                .map(ContentVariant::getPayload)
                .findFirst()
                .orElse(
                        event.getContentUsersList().contains(BOT)
                                ? event.getPayload()
                                : event.getPayloadWithoutContent()));
    }

    private static String said(JsonNode message) {
        return message.get("content").asText() + "|"
                + message.at("/referenced_message/content").asText();
    }

    private void application(long flags) {
        storage.write(List.of(Write.to(Applications.TABLE, BOT)
                .set(Applications.NAME, "bot")
                .set(Applications.FLAGS, flags)
                .build()));
    }

    private static Calls of(String operation) {
        return Calls.of(operation, BOT).bot();
    }

    private JsonNode send(long author, String body) {
        return send(author, body, false);
    }

    private JsonNode send(long author, String body, boolean bot) {
        Calls call = Calls.of("createMessage", author).body(body);
        return tester.run(place, bot || body.contains("embeds") ? call.bot() : call);
    }
}
