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
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Skus;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PremiumButtonsTest {
    private static final long NOW = 1_772_366_400_000L;
    private static final long BOT = 101;
    private static final long SKU = 7001;
    private static final long SKU_OF_ANOTHER = 7002;
    private static final String ROW = "{\"type\":1,\"components\":[{\"type\":2,\"style\":6,\"sku_id\":\"%d\"}]}";
    private static final String PLAIN = "{\"components\":[" + ROW + "]}";
    private static final String DEEP = "{\"flags\":32768,\"components\":[{\"type\":17,\"components\":[" + ROW + "]}]}";
    private static final String BESIDE = "{\"flags\":32768,\"components\":[{\"type\":9,"
            + "\"components\":[{\"type\":10,\"content\":\"buy\"}],\"accessory\":{\"type\":2,\"style\":6,\"sku_id\":\"%d\"}}]}";

    private final InMemoryStorage storage = new InMemoryStorage();
    private final FakePlace place = new FakePlace(storage, NOW).member(BOT, "bot", Permission.ADMINISTRATOR);
    private final ChannelTester tester = new ChannelTester(
            storage, TestWriters.createMessage(NOW), new UpdateMessage(TestWriters.components(NOW), Screening.NONE));

    PremiumButtonsTest() {
        storage.write(List.of(
                Write.to(Skus.TABLE, BOT, SKU).set(Skus.TYPE, 2L).build(),
                Write.to(Skus.TABLE, BOT + 1, SKU_OF_ANOTHER).set(Skus.TYPE, 2L).build()));
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAIN, DEEP, BESIDE})
    void leadToWhatTheirApplicationOffersAndNowhereElse(String body) {
        assertThat(send(body.formatted(SKU)).get("components")).isNotEmpty();
        refused(() -> send(body.formatted(SKU_OF_ANOTHER)));
        refused(() -> send(body.formatted(9)));
    }

    @Test
    void leadNowhereElseAfterAnEditEither() {
        String id = send("{\"content\":\"soon\"}").get("id").asText();
        refused(() -> edit(id, PLAIN.formatted(SKU_OF_ANOTHER)));
        assertThat(edit(id, PLAIN.formatted(SKU)).get("components")).isNotEmpty();
    }

    private JsonNode send(String body) {
        return tester.run(place, Calls.of("createMessage", BOT).bot().body(body));
    }

    private JsonNode edit(String id, String body) {
        return tester.run(
                place,
                Calls.of("updateMessage", BOT).bot().path("message_id", id).body(body));
    }

    private static void refused(ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.code())
                .isEqualTo(ErrorCode.INVALID_FORM_BODY.number()));
    }
}
