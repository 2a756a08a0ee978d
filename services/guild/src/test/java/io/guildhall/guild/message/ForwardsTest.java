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
import io.guildhall.model.rpc.StoredFile;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies and forwards: what a message may point at, and what it shows of it. */
class ForwardsTest {
    private static final long NOW = 1_772_366_400_000L;
    private static final long ANN = 101;
    private static final String BODY =
            "{\"message_reference\":{\"type\":1,\"channel_id\":\"30\",\"message_id\":\"5\"}}";
    private static final String ORIGINAL =
            "{'guild_id':'40','message':{'id':'5','channel_id':'30','type':0,'content':'there','author':{'id':'7'},"
                    + "'embeds':[],'attachments':[],'components':[],'flags':0}}";

    private final InMemoryStorage storage = new InMemoryStorage();
    private final FakePlace place = new FakePlace(storage, NOW).member(ANN, "ann");
    private final ChannelTester tester = new ChannelTester(storage, TestWriters.createMessage(NOW), new GetMessage());

    @Test
    void aForwardCopiesAMessageFromAnywhere() {
        JsonNode sent = forward(ORIGINAL);
        assertThat(sent.get("type").asInt()).isZero();
        assertThat(sent.get("flags").asInt()).isEqualTo(1 << 14);
        assertThat(sent.get("message_reference").toString())
                .isEqualTo("{\"type\":1,\"channel_id\":\"30\",\"message_id\":\"5\",\"guild_id\":\"40\"}");
        assertThat(sent.at("/message_snapshots/0/message/content").asText()).isEqualTo("there");
        assertThat(sent.at("/message_snapshots/0/message").has("author")).isFalse();
        assertThat(tester.run(
                        place,
                        Calls.of("getMessage", ANN)
                                .path("message_id", sent.get("id").asText())))
                .isEqualTo(sent);
    }

    @Test
    void aForwardedForwardShowsWhatWasForwardedFirst() {
        JsonNode again = forward(ORIGINAL.replace(
                "'content':'there'", "'content':'','message_snapshots':[{'message':{'content':'deep'}}]"));
        assertThat(again.at("/message_snapshots/0/message/content").asText()).isEqualTo("deep");
    }

    @Test
    void whatIsUnknownUnreadableOrANoticeIsNotForwarded() {
        refused(ErrorCode.INVALID_FORM_BODY, () -> forward(""));
        refused(ErrorCode.INVALID_FORM_BODY, () -> forward(ORIGINAL.replace("'type':0", "'type':7")));
        refused(ErrorCode.INVALID_FORM_BODY, () -> forward(ORIGINAL.replace("'flags':0", "'flags':0,'poll':{}")));
        refused(
                ErrorCode.CANNOT_FORWARD_MESSAGE_WITH_UNREADABLE_CONTENT,
                () -> forward(ORIGINAL.replace("'there'", "''")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'content':'and this'",
                "'embeds':[{'title':'t'}]",
                "'components':[{'type':1,'components':[{'type':2,'style':1,'label':'x','custom_id':'c'}]}]",
                "'sticker_ids':['7']",
                "'poll':{'question':{'text':'q'},'answers':[{'poll_media':{'text':'a'}}]}",
                "'shared_client_theme':{'colors':['ffffff'],'gradient_angle':0,'base_mix':0}"
            })
    void aForwardComesAlone(String more) {
        String body = BODY.replaceFirst("\\{", "{" + more.replace('\'', '"') + ",");
        refused(
                ErrorCode.INVALID_FORM_BODY,
                () -> tester.run(
                        place, Calls.of("createMessage", ANN).bot().body(body).forwarded(ORIGINAL.replace('\'', '"'))));
    }

    @Test
    void aForwardBringsNoFile() {
        refused(
                ErrorCode.INVALID_FORM_BODY,
                () -> tester.run(
                        place,
                        Calls.of("createMessage", ANN)
                                .body(BODY)
                                .file(StoredFile.newBuilder().setFilename("a.txt"))
                                .forwarded(ORIGINAL.replace('\'', '"'))));
    }

    @ParameterizedTest
    @CsvSource({"channel_id,20,true", "channel_id,21,false", "guild_id,10,true", "guild_id,11,false"})
    void aReplySaysNothingWrongOfWhereItsMessageIs(String field, String id, boolean taken) {
        JsonNode first = tester.run(place, Calls.of("createMessage", ANN).body("{\"content\":\"x\"}"));
        Calls reply = Calls.of("createMessage", ANN)
                .body("{\"content\":\"y\",\"message_reference\":{\"message_id\":" + first.get("id") + ",\"" + field
                        + "\":\"" + id + "\"}}");
        if (taken) {
            assertThat(tester.run(place, reply).get("type").asInt()).isEqualTo(19);
        } else {
            refused(ErrorCode.INVALID_FORM_BODY, () -> tester.run(place, reply));
        }
    }

    private JsonNode forward(String original) {
        return tester.run(place, Calls.of("createMessage", ANN).body(BODY).forwarded(original.replace('\'', '"')));
    }

    private static void refused(ErrorCode code, ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code.number()));
    }
}
