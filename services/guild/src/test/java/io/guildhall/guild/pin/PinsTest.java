package io.guildhall.guild.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.ChannelTester;
import io.guildhall.guild.fakes.FakePlace;
import io.guildhall.guild.fakes.InMemoryStorage;
import io.guildhall.guild.message.BulkDeleteMessages;
import io.guildhall.guild.message.DeleteMessage;
import io.guildhall.guild.message.MessageWriter;
import io.guildhall.guild.message.PinFlag;
import io.guildhall.guild.message.TestWriters;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.MessageBucket;
import io.guildhall.model.table.catalogue.Messages;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PinsTest {
    private static final long NOW = 1_772_366_400_000L;
    private static final long ANN = 101;
    private static final long GUEST = 103;

    private final InMemoryStorage storage = new InMemoryStorage();
    private final FakePlace place = new FakePlace(storage, NOW)
            .member(ANN, "ann")
            .member(GUEST, "guest", Permission.ADMINISTRATOR, Permission.PIN_MESSAGES);
    private final MessageWriter writer = TestWriters.at(NOW);
    private final PinFlag flag = TestWriters.pinFlag(writer);
    private final ChannelTester tester = new ChannelTester(
            storage,
            new CreatePin(new Pinning(flag)),
            new DeletePinOld(new Pinning(flag)),
            new ListPins(),
            new ListPinsOld(),
            new DeleteMessage(),
            new BulkDeleteMessages());

    @BeforeEach
    void writeMessages() {
        for (long message = 1; message <= 251; message++) {
            storage.write(
                    List.of(Write.to(Messages.TABLE, FakePlace.CHANNEL, MessageBucket.of(id(message)), id(message))
                            .set(Messages.AUTHOR_ID, ANN)
                            .set(Messages.CONTENT, "message " + message)
                            .build()));
        }
    }

    @Test
    void pinnedMessagesThatAreDeletedTogetherLeaveTheListTogether() {
        for (long message = 1; message <= 3; message++) {
            place.advance(1_000);
            pin(message);
        }
        long firstPin = NOW + 1_000;

        tester.run(
                place,
                Calls.of("bulkDeleteMessages", ANN).body("{\"messages\":[\"" + id(2) + "\",\"" + id(3) + "\"]}"));

        assertThat(place.lastPinAt()).isEqualTo(firstPin);
        assertThat(tester.eventNames()
                        .subList(
                                tester.eventNames().size() - 2,
                                tester.eventNames().size()))
                .containsExactly("CHANNEL_PINS_UPDATE", "MESSAGE_DELETE_BULK");
    }

    @Test
    void aPinIsListedAndToldAndAnnounced() {
        pin(1);

        assertThat(tester.eventNames()).containsExactly("CHANNEL_PINS_UPDATE", "MESSAGE_UPDATE", "MESSAGE_CREATE");
        assertThat(tester.lastPayload().get("type").asInt()).isEqualTo(6);
        assertThat(tester.lastPayload()
                        .get("message_reference")
                        .get("message_id")
                        .asText())
                .isEqualTo(Long.toString(id(1)));
        assertThat(place.lastPinAt()).isEqualTo(NOW);
        assertThat(list("{}").get("items").get(0).get("message").get("pinned").asBoolean())
                .isTrue();
    }

    @Test
    void pinsAreListedNewestFirstAndPageByPage() {
        for (long message = 1; message <= 3; message++) {
            pin(message);
            place.advance(1_000);
        }
        JsonNode page = list("{\"limit\":2}");
        assertThat(page.get("has_more").asBoolean()).isTrue();
        assertThat(content(page, 0)).isEqualTo("message 3");
        JsonNode rest = list(
                "{\"before\":\"" + page.get("items").get(1).get("pinned_at").asText() + "\"}");
        assertThat(rest.get("has_more").asBoolean()).isFalse();
        assertThat(content(rest, 0)).isEqualTo("message 1");
        assertThat(tester.run(place, Calls.of("listPinsOld", ANN))
                        .get(2)
                        .get("content")
                        .asText())
                .isEqualTo("message 1");
    }

    @Test
    void unpinningTakesItOffTheList() {
        pin(1);
        tester.run(place, Calls.of("deletePinOld", ANN).path("message_id", id(1)));
        assertThat(list("{}").get("items").isEmpty()).isTrue();
        assertThat(place.lastPinAt()).isNull();
    }

    @Test
    void aDeletedMessageIsNoLongerPinned() {
        pin(1);
        tester.run(place, Calls.of("deleteMessage", ANN).path("message_id", id(1)));
        assertThat(list("{}").get("items").isEmpty()).isTrue();
        assertThat(tester.eventNames()).endsWith("CHANNEL_PINS_UPDATE", "MESSAGE_DELETE");
    }

    @Test
    void twoHundredAndFiftyMessagesMayBePinnedAndTheOldRouteShowsFifty() {
        for (long message = 1; message <= 250; message++) {
            pin(message);
            pin(message);
        }
        refused(ErrorCode.MAXIMUM_NUMBER_OF_PINS_REACHED_FOR_THE_CHANNEL, () -> pin(251));

        assertThat(tester.run(place, Calls.of("listPinsOld", ANN))).hasSize(50);
        assertThat(list("{}").get("items")).hasSize(50);
    }

    @Test
    void messagesPinnedAtOnceAreAllFoundPageByPage() {
        for (long message = 1; message <= 3; message++) {
            pin(message);
        }
        JsonNode first = list("{\"limit\":2}");
        String before = first.get("items").get(1).get("pinned_at").asText();
        assertThat(content(list("{\"before\":\"" + before + "\"}"), 0)).isEqualTo("message 1");
    }

    @Test
    void managingMessagesIsNotPinningThem() {
        refused(
                ErrorCode.MISSING_PERMISSIONS,
                () -> tester.run(place, Calls.of("createPin", GUEST).path("message_id", id(1))));
    }

    private void pin(long message) {
        tester.run(place, Calls.of("createPin", ANN).path("message_id", id(message)));
    }

    private JsonNode list(String query) {
        return tester.run(place, Calls.of("listPins", ANN).query(query));
    }

    private static String content(JsonNode page, int index) {
        return page.get("items").get(index).get("message").get("content").asText();
    }

    private static long id(long message) {
        return Snowflake.lowestAt(NOW - 10_000) + message;
    }

    private static void refused(ErrorCode code, ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code.number()));
    }
}
