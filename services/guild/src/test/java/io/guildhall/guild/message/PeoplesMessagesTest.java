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
import java.util.List;
import org.junit.jupiter.api.Test;

/** People make neither embeds nor components of their own; those of posts in forums are in PostsTest. */
class PeoplesMessagesTest {
    private static final long NOW = 1_772_366_400_000L;
    private static final long ANN = 101;
    private static final String EMBEDS = "\"embeds\":[{\"title\":\"as if from the instance\"}]";
    private static final String TREE = "\"flags\":32768,\"components\":[{\"type\":10,\"content\":\"likewise\"}]";

    private static final String ROW = "\"components\":[{\"type\":1,\"components\":"
            + "[{\"type\":2,\"style\":5,\"label\":\"likewise\",\"url\":\"https://example.org\"}]}]";

    private final InMemoryStorage storage = new InMemoryStorage();
    private final FakePlace place = new FakePlace(storage, NOW).member(ANN, "ann", Permission.EMBED_LINKS);
    private final ChannelTester tester = new ChannelTester(
            storage, TestWriters.createMessage(NOW), new UpdateMessage(TestWriters.components(NOW), Screening.NONE));

    @Test
    void whatAPersonSendsHasNone() {
        JsonNode sent = send("{\"content\":\"x\"," + EMBEDS + "}");
        assertThat(sent.get("embeds").isEmpty()).isTrue();
        assertThat(tester.lastPayload().get("embeds").isEmpty()).isTrue();
    }

    @Test
    void componentsAreNoneAndWhatIsSaidBesideThemIsSaid() {
        JsonNode sent = send("{\"content\":\"x\"," + ROW + "}");
        assertThat(sent.get("components").isEmpty()).isTrue();
        assertThat(sent.get("flags").asInt()).isZero();
        assertThat(sent.get("content").asText()).isEqualTo("x");
        JsonNode edited = tester.run(
                place,
                Calls.of("updateMessage", ANN)
                        .path("message_id", sent.get("id").asText())
                        .body("{" + TREE + "}"));
        assertThat(edited.get("components").isEmpty()).isTrue();
        assertThat(edited.get("flags").asInt()).isZero();
    }

    @Test
    void aMessageOfNothingElseSaysNothing() {
        for (String alone : List.of(EMBEDS, TREE, ROW)) {
            assertThatThrownBy(() -> send("{" + alone + "}"))
                    .isInstanceOfSatisfying(ApiException.class, refused -> assertThat(refused.code())
                            .isEqualTo(ErrorCode.CANNOT_SEND_AN_EMPTY_MESSAGE.number()));
        }
    }

    @Test
    void anEditBringsNone() {
        JsonNode sent = send("{\"content\":\"x\"}");
        JsonNode edited = tester.run(
                place,
                Calls.of("updateMessage", ANN)
                        .path("message_id", sent.get("id").asText())
                        .body("{" + EMBEDS + "}"));
        assertThat(edited.get("embeds").isEmpty()).isTrue();
        assertThat(edited.get("edited_timestamp").isNull()).isTrue();
    }

    private JsonNode send(String body) {
        return tester.run(place, Calls.of("createMessage", ANN).body(body));
    }
}
