package io.guildhall.guild.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.payload.Attachment;
import io.guildhall.model.payload.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComponentsTest {
    private static final Attachment REPORT = new Attachment(
            "77",
            "report.pdf",
            null,
            null,
            "application/pdf",
            12,
            "http://cdn/report.pdf",
            "http://cdn/report.pdf",
            null,
            null,
            null,
            null,
            null,
            null);

    private final Components components = TestWriters.components(1_772_366_400_000L);

    @Test
    void everyComponentHasANumberOfItsOwn() {
        JsonNode row = clean("""
                        [{"type":1,"components":[
                          {"type":2,"style":1,"label":"a","custom_id":"a","id":2},
                          {"type":2,"style":1,"label":"b","custom_id":"b"}]}]""").get(0);
        assertThat(row.get("id").asInt()).isEqualTo(1);
        assertThat(row.get("components").get(0).get("id").asInt()).isEqualTo(2);
        assertThat(row.get("components").get(1).get("id").asInt()).isEqualTo(3);
    }

    @Test
    void containersAndSeparatorsGetWhatTheRequestLeftOut() {
        JsonNode container =
                clean("[{\"type\":17,\"components\":[{\"type\":14}]}]").get(0);
        assertThat(container.get("accent_color").isNull()).isTrue();
        assertThat(container.get("spoiler").asBoolean(true)).isFalse();
        assertThat(container.get("components").get(0).get("divider").asBoolean())
                .isTrue();
        assertThat(container.get("components").get(0).get("spacing").asInt()).isEqualTo(1);
    }

    @Test
    void selectsTakeOneValueUnlessTheySayOtherwise() {
        JsonNode select = clean("""
                        [{"type":1,"components":[{"type":5,"custom_id":"who","max_values":3}]}]""").get(0).get("components").get(0);
        assertThat(select.get("min_values").asInt()).isEqualTo(1);
        assertThat(select.get("max_values").asInt()).isEqualTo(3);
    }

    @Test
    void picturesFromElsewhereKeepTheirUrl() {
        JsonNode item = clean("""
                        [{"type":12,"items":[{"media":{"url":"https://example.org/a.png"}}]}]""").get(0).get("items").get(0);
        assertThat(item.get("media").get("proxy_url").asText()).isEqualTo("https://example.org/a.png");
        assertThat(item.get("media").get("id").isTextual()).isTrue();
        assertThat(item.get("description").isNull()).isTrue();
    }

    @Test
    void filesOfTheMessageAreNamedAndMeasured() {
        JsonNode file = clean("""
                        [{"type":13,"file":{"url":"attachment://report.pdf"}}]""").get(0);
        assertThat(file.get("name").asText()).isEqualTo("report.pdf");
        assertThat(file.get("size").asInt()).isEqualTo(12);
        assertThat(file.get("file").get("url").asText()).isEqualTo("http://cdn/report.pdf");
        assertThat(file.get("file").get("id").asText()).isEqualTo("77");
    }

    private JsonNode clean(String json) {
        return components.clean(Json.parse(json), List.of(REPORT));
    }
}
