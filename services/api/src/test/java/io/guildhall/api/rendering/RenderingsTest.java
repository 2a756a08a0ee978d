package io.guildhall.api.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.TestPipeline.NoPublicUrls;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.api.config.PublicUrls;
import io.guildhall.api.upload.ImageSize;
import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.GreetingOperations;
import io.guildhall.model.operation.catalogue.InviteOperations;
import io.guildhall.model.payload.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenderingsTest {
    private final Renderings renderings = new Renderings(
            new PublicUrls(new NoPublicUrls(), StaticDiscovery.oneProcess("ws://127.0.0.1:1/g"), "localhost", 8080));

    @Test
    void aWidgetNamesAddresses() {
        JsonNode widget = json(of(
                GreetingOperations.GET_WIDGET,
                "{\"instant_invite\":\"abc\",\"members\":[{\"avatar_url\":\"embed/avatars/3.png\"}]}"));
        assertThat(widget.get("instant_invite").asText()).isEqualTo("http://localhost:8080/invite/abc");
        assertThat(widget.get("members").get(0).get("avatar_url").asText())
                .isEqualTo("http://localhost:8080/cdn/embed/avatars/3.png");
        assertThat(json(of(GreetingOperations.GET_WIDGET, "{\"instant_invite\":null,\"members\":[]}"))
                        .get("instant_invite")
                        .isNull())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"banner1,320,76", "banner2,430,66", "banner3,320,110", "banner4,320,165"})
    void eachStyleHasItsSize(String style, int width, int height) throws IOException {
        RestAnswer answer = drawn(style, "The Guild of Names", 12);
        assertThat(answer.type()).isEqualTo("image/png");
        ImageSize size = ImageSize.read(new ByteArrayInputStream(answer.body())).orElseThrow();
        assertThat(size.width()).isEqualTo(width);
        assertThat(size.height()).isEqualTo(height);
    }

    @Test
    void aShieldIsAsWideAsItsNumber() throws IOException {
        assertThat(ImageSize.read(new ByteArrayInputStream(
                                drawn("shield", "x", 1_000_000).body()))
                        .orElseThrow()
                        .width())
                .isGreaterThan(ImageSize.read(
                                new ByteArrayInputStream(drawn("shield", "x", 1).body()))
                        .orElseThrow()
                        .width());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Zürich  Größe",
                "日本語のギルド",
                "\uD83D\uDE00 smile",
                "\uD800",
                "~ a name that is as long as names may be"
            })
    void everyNameIsDrawn(String name) throws IOException {
        for (String style : new String[] {"shield", "banner1", "banner2", "banner3", "banner4"}) {
            assertThat(ImageSize.read(new ByteArrayInputStream(
                            drawn(style, name.repeat(3), 0).body())))
                    .isPresent();
        }
    }

    @Test
    void aListOfPeopleIsAFileOfLines() {
        RestAnswer answer = of(InviteOperations.GET_INVITE_TARGETS, "{\"users\":[\"7\",\"8\"]}");
        assertThat(answer.type()).isEqualTo("text/csv");
        assertThat(new String(answer.body(), UTF_8)).isEqualTo("user_id\n7\n8\n");
    }

    @Test
    void refusalsStayAsTheyAre() {
        RestAnswer refusal = RestAnswer.of(ApiException.of(ErrorCode.GUILD_WIDGET_DISABLED));
        assertThat(renderings.of(GreetingOperations.GET_WIDGET_PICTURE, refusal))
                .isSameAs(refusal);
        assertThat(refusal.type()).isEqualTo("application/json");
    }

    private RestAnswer drawn(String style, String name, int online) {
        return of(
                GreetingOperations.GET_WIDGET_PICTURE,
                Json.object()
                        .put("name", name)
                        .put("presence_count", online)
                        .put("style", style)
                        .toString());
    }

    private RestAnswer of(Operation operation, String json) {
        return renderings.of(operation, RestAnswer.of(200, Json.parse(json)));
    }

    private static JsonNode json(RestAnswer answer) {
        return Json.parse(new String(answer.body(), UTF_8));
    }
}
