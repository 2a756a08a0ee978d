package io.guildhall.guild.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.ChannelTester;
import io.guildhall.guild.fakes.FakePlace;
import io.guildhall.guild.fakes.InMemoryStorage;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.StoredFile;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.MessageBucket;
import io.guildhall.model.table.catalogue.Messages;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an edit leaves of a message: it obeys the same rules as a new one. */
class EditsTest {
    private static final long NOW = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();
    private static final long ANN = 101;
    private static final long BOB = 102;
    private static final long MUTE = 103;
    private static final String BUTTON =
            "{\"type\":1,\"components\":[{\"type\":2,\"style\":1,\"label\":\"x\",\"custom_id\":\"c\"}]}";
    private static final String TEXT = "{\"type\":10,\"content\":\"hi <@102>\"}";

    private final InMemoryStorage storage = new InMemoryStorage();
    private final FakePlace place = new FakePlace(storage, NOW)
            .member(ANN, "ann", Permission.ADMINISTRATOR)
            .member(BOB, "bob");
    private final ChannelTester tester = new ChannelTester(
            storage, TestWriters.createMessage(NOW), new UpdateMessage(TestWriters.components(NOW), Screening.NONE));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'content':'x'} | {'content':' '}",
                "{'content':'x'} | {'content':null,'embeds':null}",
                "{'embeds':[{'title':'t'}]} | {'embeds':[]}",
                "{'embeds':[{'title':'t'}]} | {'embeds':null,'attachments':[]}",
                "{'components':[BUTTON]} | {'components':null}",
                "{'flags':32768,'components':[TEXT]} | {'components':[]}"
            },
            quoteCharacter = '`')
    void nothingIsLeftOfNoMessage(String created, String edited) {
        long id = id(send(json(created)));
        refused(ErrorCode.CANNOT_SEND_AN_EMPTY_MESSAGE, () -> edit(ANN, id, json(edited)));
    }

    @Test
    void whoIsTimedOutSaysNothingNewInAnOldMessage() {
        long id = id(send("{\"content\":\"x\"}"));
        place.timeOut(ANN, place.now() + 1000);
        for (String change : List.of("{'content':'y'}", "{'embeds':[{'title':'t'}]}", "{'attachments':[]}")) {
            refused(ErrorCode.MISSING_PERMISSIONS, () -> edit(ANN, id, json(change)));
        }
        assertThat(edit(ANN, id, "{\"flags\":4}").get("flags").asInt()).isEqualTo(4);
        place.advance(1000);
        edit(ANN, id, "{\"content\":\"y\"}");
    }

    @Test
    void whatIsNotNamedStays() {
        String body = "{'content':'x','embeds':[{'title':'t'}],'components':[BUTTON]}";
        JsonNode sent = send(json(body));
        JsonNode edited = edit(ANN, id(sent), "{}");
        for (String field : List.of("content", "embeds", "components", "attachments", "flags", "edited_timestamp")) {
            assertThat(edited.get(field)).as(field).isEqualTo(sent.get(field));
        }
        assertThat(edit(ANN, id(sent), "{\"content\":\" y \"}").get("content").asText())
                .isEqualTo("y");
    }

    @Test
    void aTreeOfComponentsNeedsTheFlagInAnEditToo() {
        long id = id(send("{\"content\":\"x\"}"));
        refused(ErrorCode.INVALID_FORM_BODY, () -> edit(ANN, id, json("{'components':[TEXT]}")));
        refused(ErrorCode.INVALID_FORM_BODY, () -> edit(ANN, id, json("{'flags':32768,'components':[TEXT]}")));
        String rows = BUTTON + ("," + BUTTON.replace("\"c\"", "\"%d\"")).repeat(5);
        refused(
                ErrorCode.INVALID_FORM_BODY,
                () -> edit(ANN, id, "{\"components\":[" + rows.formatted(1, 2, 3, 4, 5) + "]}"));

        JsonNode tree = edit(ANN, id, json("{'content':null,'flags':32768,'components':[TEXT]}"));
        assertThat(tree.get("flags").asInt()).isEqualTo(32768);
        assertThat(tree.at("/mentions/0/id").asText()).isEqualTo("102");
        assertThat(edit(ANN, id, "{\"flags\":0}").get("flags").asInt()).isEqualTo(32768);
        refused(ErrorCode.INVALID_FORM_BODY, () -> edit(ANN, id, "{\"content\":\"x\"}"));
    }

    @Test
    void othersSwitchNothingOnButTheSuppressionOfEmbeds() {
        long id = id(send(json("{'components':[BUTTON]}")));
        assertThat(edit(BOB, id, "{\"flags\":32772}").get("flags").asInt()).isEqualTo(4);
    }

    @Test
    void anEditedReplyMentionsWhomItRepliesToUnlessToldOtherwise() {
        long question = id(tester.run(place, Calls.of("createMessage", BOB).body("{\"content\":\"?\"}")));
        long reply = id(send("{\"content\":\"a\",\"message_reference\":{\"message_id\":\"" + question + "\"}}"));

        assertThat(edit(ANN, reply, "{\"content\":\"b\"}").at("/mentions/0/id").asText())
                .isEqualTo("102");
        assertThat(edit(ANN, reply, "{\"content\":\"c\",\"allowed_mentions\":{\"parse\":[\"users\"]}}")
                        .get("mentions"))
                .isEmpty();
        assertThat(edit(ANN, reply, "{\"embeds\":[{\"title\":\"t\"}]}").get("mentions"))
                .isEmpty();
    }

    @Test
    void whoIsMentionedChangesWithTheTextOnly() {
        long id = id(send("{\"content\":\"<@102>\"}"));
        assertThat(edit(ANN, id, "{\"allowed_mentions\":{\"parse\":[]}}").get("mentions"))
                .hasSize(1);
        assertThat(edit(ANN, id, "{\"content\":\"<@102>\",\"allowed_mentions\":{\"parse\":[]}}")
                        .get("mentions"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"content\":\"x\"}", "{\"flags\":4}"})
    void noticesOfTheSystemStayAsTheyAre(String body) {
        long id = stored(MessageType.PIN_NOTICE, 0, null);
        refused(ErrorCode.CANNOT_EXECUTE_ACTION_ON_SYSTEM_MESSAGE, () -> edit(ANN, id, body));
        refused(ErrorCode.CANNOT_EXECUTE_ACTION_ON_SYSTEM_MESSAGE, () -> edit(BOB, id, body));
    }

    @Test
    void voiceMessagesAndForwardsAreNotEdited() {
        long voice = stored(MessageType.DEFAULT, MessageFlag.VOICE_MESSAGE, null);
        refused(ErrorCode.VOICE_MESSAGES_CANNOT_BE_EDITED, () -> edit(ANN, voice, "{\"content\":\"x\"}"));
        long forward = stored(
                MessageType.DEFAULT,
                MessageFlag.HAS_SNAPSHOT,
                "{\"type\":1,\"channel_id\":\"20\",\"message_snapshots\":[]}");
        refused(ErrorCode.INVALID_MESSAGE_TYPE, () -> edit(ANN, forward, "{\"content\":\"x\"}"));
        assertThat(edit(ANN, forward, "{\"flags\":4}").get("flags").asInt()).isEqualTo(16388);
    }

    @Test
    void aVoiceMessageIsASoundWithItsLengthAndNothingElse() {
        StoredFile.Builder sound =
                StoredFile.newBuilder().setId(71).setFilename("a.ogg").setContentType("audio/ogg");
        String said = "'attachments':[{'id':0,'duration_secs':1.5,'waveform':'AAAA'}]";
        assertThat(tester.run(
                                place,
                                Calls.of("createMessage", ANN)
                                        .body(json("{'flags':8192," + said + "}"))
                                        .file(sound))
                        .at("/attachments/0/duration_secs")
                        .asDouble())
                .isEqualTo(1.5);
        voiceRefused(ErrorCode.VOICE_MESSAGES_MUST_HAVE_SUPPORTING_METADATA, "{'flags':8192}", sound);
        voiceRefused(
                ErrorCode.VOICE_MESSAGES_DO_NOT_SUPPORT_ADDITIONAL_CONTENT,
                "{'flags':8192,'components':[BUTTON]," + said + "}",
                sound);
        voiceRefused(
                ErrorCode.VOICE_MESSAGES_MUST_HAVE_A_SINGLE_AUDIO_ATTACHMENT,
                "{'flags':8192," + said + "}",
                StoredFile.newBuilder().setId(72).setFilename("a.txt").setContentType("text/plain"));
    }

    private void voiceRefused(ErrorCode code, String body, StoredFile.Builder file) {
        refused(
                code,
                () -> tester.run(
                        place,
                        Calls.of("createMessage", ANN).bot().body(json(body)).file(file)));
    }

    @Test
    void whoMayNotSendVoiceMessagesIsToldSo() {
        place.member(MUTE, "mute", Permission.ADMINISTRATOR, Permission.SEND_VOICE_MESSAGES);
        refused(
                ErrorCode.YOU_CANNOT_SEND_VOICE_MESSAGES_IN_THIS_CHANNEL,
                () -> tester.run(place, Calls.of("createMessage", MUTE).body("{\"flags\":8192,\"content\":\"x\"}")));
    }

    private long stored(long type, long flags, String reference) {
        long id = Snowflake.lowestAt(NOW) + type + flags;
        storage.write(List.of(Write.to(Messages.TABLE, FakePlace.CHANNEL, MessageBucket.of(id), id)
                .set(Messages.AUTHOR_ID, ANN)
                .set(Messages.TYPE, type)
                .set(Messages.FLAGS, flags)
                .set(Messages.CONTENT, "x")
                .set(Messages.REFERENCE, reference == null ? null : ByteString.copyFromUtf8(reference))
                .build()));
        return id;
    }

    private JsonNode send(String body) {
        return tester.run(place, Calls.of("createMessage", ANN).bot().body(body));
    }

    private JsonNode edit(long editor, long message, String body) {
        return tester.run(
                place,
                Calls.of("updateMessage", editor)
                        .bot()
                        .path("message_id", message)
                        .body(body));
    }

    private static String json(String text) {
        return text.replace('\'', '"').replace("BUTTON", BUTTON).replace("TEXT", TEXT);
    }

    private static void refused(ErrorCode code, ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code.number()));
    }

    private static long id(JsonNode message) {
        return Snowflake.parse(message.get("id").asText());
    }
}
