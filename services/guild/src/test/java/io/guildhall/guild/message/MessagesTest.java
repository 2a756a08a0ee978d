package io.guildhall.guild.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.ChannelTester;
import io.guildhall.guild.fakes.FakePlace;
import io.guildhall.guild.fakes.InMemoryStorage;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Event;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    private static final long NOW = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();
    private static final long ANN = 101;
    private static final long BOB = 102;
    private static final long GUEST = 103;
    private static final long ROLE = 55;

    private final InMemoryStorage storage = new InMemoryStorage();
    private final FakePlace place = new FakePlace(storage, NOW)
            .member(ANN, "ann")
            .member(BOB, "bob")
            .member(
                    GUEST,
                    "guest",
                    Permission.ADMINISTRATOR,
                    Permission.MENTION_EVERYONE,
                    Permission.MANAGE_MESSAGES,
                    Permission.BYPASS_SLOWMODE,
                    Permission.EMBED_LINKS,
                    Permission.ATTACH_FILES,
                    Permission.SEND_TTS_MESSAGES,
                    Permission.READ_MESSAGE_HISTORY);
    private final ChannelTester tester = new ChannelTester(
            storage,
            TestWriters.createMessage(NOW),
            new GetMessage(),
            new ListMessages(),
            new UpdateMessage(TestWriters.components(NOW), Screening.NONE),
            new DeleteMessage(),
            new BulkDeleteMessages(),
            new CrosspostMessage());

    /** The form that bodies have once they are checked is one that some clients don't read. */
    @Test
    void theTimeOfAnEmbedIsWrittenAsAllTimesAre() {
        JsonNode answer = send(ANN, "{\"embeds\":[{\"timestamp\":\"2026-01-01T00:00:00.500Z\"}]}");

        assertThat(answer.at("/embeds/0/timestamp").asText()).isEqualTo("2026-01-01T00:00:00.500000+00:00");
    }

    @Test
    void theAnswerHasTheMessageAndTheEventAddsGuildAndMember() {
        JsonNode answer = send(ANN, "{\"content\":\" hello \",\"nonce\":\"n1\"}");

        assertThat(answer.get("content").asText()).isEqualTo("hello");
        assertThat(answer.get("author").get("username").asText()).isEqualTo("ann");
        assertThat(answer.get("nonce").asText()).isEqualTo("n1");
        assertThat(answer.get("channel_id").asText()).isEqualTo("20");
        assertThat(answer.has("guild_id")).isFalse();
        assertThat(answer.has("member")).isFalse();
        for (String list : new String[] {"mentions", "mention_roles", "attachments", "embeds", "components"}) {
            assertThat(answer.get(list).isArray()).as(list).isTrue();
        }
        assertThat(tester.eventNames()).containsExactly("MESSAGE_CREATE");
        assertThat(tester.lastPayload().get("guild_id").asText()).isEqualTo("10");
        assertThat(tester.lastPayload().get("member").has("user")).isFalse();
        assertThat(place.lastMessageId()).isEqualTo(id(answer));
    }

    @Test
    void sessionsWithoutTheContentIntentGetItEmptyUnlessTheyAreMentioned() {
        place.bot(BOB, "bob");
        send(ANN, "{\"content\":\"hi <@102>\",\"embeds\":[{\"title\":\"t\"}]}");

        Event event = tester.lastEvent();
        JsonNode empty = Json.parse(event.getPayloadWithoutContent());
        assertThat(empty.get("content").asText()).isEmpty();
        assertThat(empty.get("embeds").isEmpty()).isTrue();
        assertThat(empty.get("id")).isEqualTo(tester.lastPayload().get("id"));
        assertThat(event.getContentUsersList()).containsExactly(BOB);
        assertThat(tester.lastPayload().get("mentions").get(0).get("member").has("roles"))
                .isTrue();
        assertThat(event.getChannelId()).isEqualTo(20);
        assertThat(event.getIntents()).isEqualTo(512);
    }

    @Test
    void whatIsSentCanBeReadBack() {
        JsonNode sent = send(
                ANN,
                "{\"content\":\"hello\",\"embeds\":[{\"title\":\"t\",\"fields\":[{\"name\":\"a\",\"value\":\"b\"}]}]}");
        JsonNode read = tester.run(place, Calls.of("getMessage", BOB).path("message_id", id(sent)));

        assertThat(read).isEqualTo(sent);
        assertThat(read.get("embeds").get(0).get("type").asText()).isEqualTo("rich");
        assertThat(read.get("embeds").get(0).get("fields").get(0).get("inline").asBoolean(true))
                .isFalse();
    }

    @Test
    void everyMentionThatTheAuthorMayMakeTakesEffect() {
        place.mentionable(ROLE);
        JsonNode sent = send(ANN, "{\"content\":\"@everyone <@102> <@!101> <@&55> <@&56> <@999>\"}");

        assertThat(sent.get("mention_everyone").asBoolean()).isTrue();
        assertThat(texts(sent.get("mention_roles"))).containsExactly("55");
        assertThat(StreamSupport.stream(sent.get("mentions").spliterator(), false)
                        .map(user -> user.get("id").asText()))
                .containsExactly("102", "101");
    }

    @Test
    void withoutThePermissionEveryoneIsOnlyText() {
        assertThat(send(GUEST, "{\"content\":\"@here\"}")
                        .get("mention_everyone")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void allowedMentionsNarrowMentionsDown() {
        place.mentionable(ROLE);
        String content = "{\"content\":\"@everyone <@101> <@102> <@&55>\",\"allowed_mentions\":";
        JsonNode none = send(ANN, content + "{\"parse\":[]}}");
        assertThat(none.get("mentions").isEmpty()).isTrue();
        assertThat(none.get("mention_roles").isEmpty()).isTrue();
        assertThat(none.get("mention_everyone").asBoolean()).isFalse();

        JsonNode one = send(ANN, content + "{\"parse\":[\"roles\"],\"users\":[\"102\"]}}");
        assertThat(one.get("mentions").size()).isEqualTo(1);
        assertThat(one.get("mention_roles").size()).isEqualTo(1);
    }

    @Test
    void aReplyCarriesWhatItRepliesToAndMentionsItsAuthor() {
        JsonNode first = send(BOB, "{\"content\":\"question\"}");
        JsonNode reply = send(ANN, "{\"content\":\"answer\",\"message_reference\":{\"message_id\":" + id(first) + "}}");

        assertThat(reply.get("type").asInt()).isEqualTo(19);
        assertThat(reply.get("referenced_message").get("content").asText()).isEqualTo("question");
        assertThat(reply.get("message_reference").get("guild_id").asText()).isEqualTo("10");
        assertThat(reply.get("mentions").get(0).get("id").asText()).isEqualTo("102");

        JsonNode silent = send(
                ANN,
                "{\"content\":\"answer\",\"allowed_mentions\":{\"parse\":[]},\"message_reference\":{\"message_id\":"
                        + id(first) + "}}");
        assertThat(silent.get("mentions").isEmpty()).isTrue();
    }

    @Test
    void aReplyToADeletedMessageShowsNull() {
        JsonNode first = send(BOB, "{\"content\":\"question\"}");
        JsonNode reply = send(ANN, "{\"content\":\"answer\",\"message_reference\":{\"message_id\":" + id(first) + "}}");
        delete(BOB, id(first));

        JsonNode read = tester.run(place, Calls.of("getMessage", BOB).path("message_id", id(reply)));
        assertThat(read.get("referenced_message").isNull()).isTrue();
    }

    @Test
    void aReplyToNothingIsRefusedUnlessThatIsNoMatter() {
        String reference = "{\"content\":\"x\",\"message_reference\":{\"message_id\":\"5\"";
        refused(ErrorCode.INVALID_FORM_BODY, () -> send(ANN, reference + "}}"));
        assertThat(send(ANN, reference + ",\"fail_if_not_exists\":false}}")
                        .get("type")
                        .asInt())
                .isZero();
    }

    @Test
    void oneNonceMakesOneMessage() {
        String body = "{\"content\":\"once\",\"nonce\":\"abc\",\"enforce_nonce\":true}";
        JsonNode first = send(ANN, body);
        JsonNode second = send(ANN, body);

        assertThat(second.get("id")).isEqualTo(first.get("id"));
        assertThat(tester.events()).hasSize(1);
        assertThat(send(BOB, body).get("id")).isNotEqualTo(first.get("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"content\":\"  \"}", "{\"embeds\":[]}"})
    void anEmptyMessageIsRefused(String body) {
        refused(ErrorCode.CANNOT_SEND_AN_EMPTY_MESSAGE, () -> send(ANN, body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"embeds\":[{\"title\":\"t\"}]}", "{\"content\":\"x\",\"tts\":true}"})
    void extrasNeedTheirPermissions(String body) {
        refused(ErrorCode.MISSING_PERMISSIONS, () -> send(GUEST, body));
    }

    @Test
    void codeMentionsNobody() {
        send(ANN, "{\"content\":\"`<@102>` @everyone\"}");
        assertThat(tester.lastPayload().get("mentions")).isEmpty();
        assertThat(tester.lastPayload().get("mention_everyone").asBoolean()).isTrue();
        send(ANN, "{\"content\":\"```\\n@everyone```<@102>\"}");
        assertThat(tester.lastPayload().get("mentions")).hasSize(1);
        assertThat(tester.lastPayload().get("mention_everyone").asBoolean()).isFalse();
    }

    @Test
    void namingAMessageTwiceDeletesNothing() {
        long one = id(send(ANN, "{\"content\":\"x\"}"));
        refused(ErrorCode.INVALID_FORM_BODY, () -> bulkDelete("[\"" + one + "\",\"" + one + "\"]"));
    }

    @Test
    void aReplyIsNotEditedToNothing() {
        long first = id(send(ANN, "{\"content\":\"question\"}"));
        long reply = id(send(ANN, "{\"content\":\"answer\",\"message_reference\":{\"message_id\":" + first + "}}"));
        refused(ErrorCode.CANNOT_SEND_AN_EMPTY_MESSAGE, () -> edit(ANN, reply, "{\"content\":\"\"}"));
    }

    @ParameterizedTest
    @EnumSource(
            value = ChannelType.class,
            names = {"GUILD_FORUM", "GUILD_CATEGORY"})
    void someChannelsHoldNoMessages(ChannelType type) {
        place.type(type);
        assertThatThrownBy(() -> send(ANN, "{\"content\":\"x\"}")).isInstanceOf(ApiException.class);
    }

    @Test
    void slowmodeMakesMembersWaitButNotModeratorsAndBots() {
        place.slowmode(5);
        send(GUEST, "{\"content\":\"1\"}");
        place.advance(2_000);
        assertThatThrownBy(() -> send(GUEST, "{\"content\":\"2\"}"))
                .isInstanceOfSatisfying(ApiException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(20016);
                    assertThat(refusal.retryAfter()).isEqualTo(3.0);
                });
        place.advance(3_000);
        send(GUEST, "{\"content\":\"2\"}");
        tester.run(place, Calls.of("createMessage", GUEST).bot().body("{\"content\":\"3\"}"));
        send(ANN, "{\"content\":\"1\"}");
        send(ANN, "{\"content\":\"2\"}");
    }

    @Test
    void anEditChangesTheContentAndSaysWhen() {
        JsonNode sent = send(ANN, "{\"content\":\"before\"}");
        JsonNode edited = edit(ANN, id(sent), "{\"content\":\"after <@102>\"}");

        assertThat(edited.get("content").asText()).isEqualTo("after <@102>");
        assertThat(edited.get("edited_timestamp").asText()).isEqualTo("2026-03-01T12:00:00.000000+00:00");
        assertThat(edited.get("mentions").size()).isEqualTo(1);
        assertThat(tester.eventNames()).containsExactly("MESSAGE_CREATE", "MESSAGE_UPDATE");
        assertThat(tester.lastPayload().get("content").asText()).isEqualTo("after <@102>");
    }

    @Test
    void othersMayOnlySuppressEmbedsAndOnlyAsModerators() {
        JsonNode sent = send(ANN, "{\"content\":\"x\",\"embeds\":[{\"title\":\"t\"}]}");

        refused(
                ErrorCode.CANNOT_EDIT_MESSAGE_AUTHORED_BY_ANOTHER_USER,
                () -> edit(BOB, id(sent), "{\"content\":\"y\"}"));
        refused(ErrorCode.MISSING_PERMISSIONS, () -> edit(GUEST, id(sent), "{\"flags\":4}"));
        JsonNode edited = edit(BOB, id(sent), "{\"flags\":4}");
        assertThat(edited.get("embeds").isEmpty()).isTrue();
        assertThat(edited.get("edited_timestamp").isNull()).isTrue();
        assertThat(edit(BOB, id(sent), "{\"flags\":0}").get("embeds").size()).isEqualTo(1);
    }

    @Test
    void anEditMustLeaveSomething() {
        JsonNode sent = send(ANN, "{\"content\":\"x\"}");
        refused(ErrorCode.CANNOT_SEND_AN_EMPTY_MESSAGE, () -> edit(ANN, id(sent), "{\"content\":null}"));
    }

    @Test
    void onesOwnMessageMayBeDeletedOthersOnlyByModerators() {
        JsonNode sent = send(ANN, "{\"content\":\"x\"}");
        refused(ErrorCode.MISSING_PERMISSIONS, () -> delete(GUEST, id(sent)));
        delete(BOB, id(sent));

        assertThat(tester.lastEvent().getName()).isEqualTo("MESSAGE_DELETE");
        assertThat(tester.lastPayload())
                .isEqualTo(Json.parse("{\"id\":\"" + id(sent) + "\",\"channel_id\":\"20\",\"guild_id\":\"10\"}"));
        refused(ErrorCode.UNKNOWN_MESSAGE, () -> delete(BOB, id(sent)));
    }

    @Test
    void manyMessagesAreDeletedAtOnceWhenTheyAreYoung() {
        long one = id(send(ANN, "{\"content\":\"1\"}"));
        long two = id(send(ANN, "{\"content\":\"2\"}"));
        bulkDelete("[\"" + one + "\",\"" + two + "\",\"" + (two + 1) + "\"]");

        assertThat(tester.lastEvent().getName()).isEqualTo("MESSAGE_DELETE_BULK");
        assertThat(texts(tester.lastPayload().get("ids"))).containsExactly(Long.toString(one), Long.toString(two));
        long old = Snowflake.lowestAt(NOW - 15L * 24 * 3600 * 1000);
        refused(
                ErrorCode.ONE_OF_THE_MESSAGES_PROVIDED_WAS_TOO_OLD_FOR_BULK_DELETE,
                () -> bulkDelete("[\"" + old + "\",\"" + two + "\"]"));
    }

    @Test
    void anAnnouncementIsPublishedOnce() {
        place.type(ChannelType.GUILD_ANNOUNCEMENT);
        long sent = id(send(ANN, "{\"content\":\"news\"}"));
        Calls publish = Calls.of("crosspostMessage", ANN).path("message_id", sent);

        assertThat(tester.run(place, publish).get("flags").asInt()).isEqualTo(1);
        refused(ErrorCode.THIS_MESSAGE_WAS_ALREADY_CROSSPOSTED, () -> tester.run(place, publish));
    }

    @Test
    void aPageShowsRepliesWithWhatTheyReplyToInsideAndOutsideOfIt() {
        JsonNode first = send(BOB, "{\"content\":\"question\"}");
        String body = "{\"content\":\"answer\",\"message_reference\":{\"message_id\":" + id(first) + "}}";
        send(ANN, body);
        JsonNode whole = tester.run(place, Calls.of("listMessages", BOB));
        JsonNode newest = tester.run(place, Calls.of("listMessages", BOB).query("{\"limit\":1}"));

        assertThat(whole.size()).isEqualTo(2);
        assertThat(whole.get(0).get("referenced_message").get("content").asText())
                .isEqualTo("question");
        assertThat(newest.get(0)).isEqualTo(whole.get(0));
    }

    @Test
    void whoMayNotReadTheHistorySeesNone() {
        send(ANN, "{\"content\":\"x\"}");
        assertThat(tester.run(place, Calls.of("listMessages", GUEST)).isEmpty()).isTrue();
        assertThat(tester.run(place, Calls.of("listMessages", BOB)).size()).isEqualTo(1);
    }

    private JsonNode send(long author, String body) {
        return tester.run(place, bringing(Calls.of("createMessage", author), body));
    }

    private JsonNode edit(long editor, long message, String body) {
        return tester.run(place, bringing(Calls.of("updateMessage", editor).path("message_id", message), body));
    }

    /** Embeds and components of their own are for bots. */
    private static Calls bringing(Calls call, String body) {
        return body.contains("embeds") || body.contains("components")
                ? call.bot().body(body)
                : call.body(body);
    }

    private void delete(long who, long message) {
        tester.run(place, Calls.of("deleteMessage", who).path("message_id", message));
    }

    private void bulkDelete(String ids) {
        tester.run(place, Calls.of("bulkDeleteMessages", BOB).body("{\"messages\":" + ids + "}"));
    }

    private static void refused(ErrorCode code, ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code.number()));
    }

    private static long id(JsonNode message) {
        return Snowflake.parse(message.get("id").asText());
    }

    private static Iterable<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
