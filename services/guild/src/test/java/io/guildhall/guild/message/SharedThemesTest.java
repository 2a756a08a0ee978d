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
import io.guildhall.model.payload.Json;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that share how a client looks. */
class SharedThemesTest {
    private static final long NOW = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();
    private static final long ANN = 101;
    private static final String THEME =
            "{\"colors\":[\"5865F2\",\"7258f2\"],\"gradient_angle\":0,\"base_mix\":58,\"base_theme\":1}";

    private final InMemoryStorage storage = new InMemoryStorage();
    private final FakePlace place = new FakePlace(storage, NOW).member(ANN, "ann");
    private final ChannelTester tester = new ChannelTester(
            storage,
            TestWriters.createMessage(NOW),
            new UpdateMessage(TestWriters.components(NOW), Screening.NONE),
            new GetMessage());

    @Test
    void aThemeIsEnoughForAMessageAndStaysWhenItIsEdited() {
        JsonNode sent = send("{\"shared_client_theme\":" + THEME + "}");
        long id = sent.path("id").asLong();

        tester.run(place, Calls.of("updateMessage", ANN).path("message_id", id).body("{\"content\":\"\"}"));
        JsonNode read = tester.run(place, Calls.of("getMessage", ANN).path("message_id", id));
        assertThat(sent.get("shared_client_theme")).isEqualTo(Json.parse(THEME));
        assertThat(read.get("shared_client_theme")).isEqualTo(Json.parse(THEME));
    }

    @Test
    void messagesWithoutOneHaveNoSuchField() {
        assertThat(send("{\"content\":\"x\"}").has("shared_client_theme")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"colors\":[\"#5865F\"],\"gradient_angle\":0,\"base_mix\":58}",
                "{\"colors\":[],\"gradient_angle\":0,\"base_mix\":58}",
                "{\"colors\":[\"5865F2\"],\"gradient_angle\":361,\"base_mix\":58}",
                "{\"colors\":[\"5865F2\"],\"gradient_angle\":0,\"base_mix\":101}",
                "{\"colors\":[\"5865F2\"],\"gradient_angle\":0,\"base_mix\":1,\"base_theme\":5}",
                "{\"colors\":[\"5865F2\"],\"gradient_angle\":0}"
            })
    void otherThemesAreRefused(String theme) {
        refused("{\"shared_client_theme\":" + theme + "}");
    }

    @Test
    void componentsStandAlone() {
        refused("{\"flags\":32768,\"components\":[{\"type\":10,\"content\":\"x\"}],\"shared_client_theme\":" + THEME
                + "}");
    }

    private JsonNode send(String body) {
        return tester.run(place, Calls.of("createMessage", ANN).bot().body(body));
    }

    private void refused(String body) {
        assertThatThrownBy(() -> send(body))
                .isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(ErrorCode.INVALID_FORM_BODY.number()));
    }
}
