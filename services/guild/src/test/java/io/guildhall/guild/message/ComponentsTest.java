package io.guildhall.guild.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.emoji.EmojiUse;
import io.guildhall.guild.fakes.FakePlace;
import io.guildhall.guild.fakes.InMemoryStorage;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.payload.Attachment;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Emojis;
import io.guildhall.model.table.catalogue.ExpressionOwners;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    private static final long NOW = 1_772_366_400_000L;
    private static final long BOT = 101;
    private static final long EMOJI = 900;
    private static final List<String> EVERYWHERE = List.of(
            "[{\"type\":1,\"components\":[{\"type\":2,\"style\":1,\"custom_id\":\"a\",\"emoji\":%s}]}]",
            "[{\"type\":1,\"components\":[{\"type\":3,\"custom_id\":\"a\","
                    + "\"options\":[{\"label\":\"a\",\"value\":\"a\",\"emoji\":%s}]}]}]",
            "[{\"type\":17,\"components\":[{\"type\":9,\"components\":[{\"type\":10,\"content\":\"x\"}],"
                    + "\"accessory\":{\"type\":2,\"style\":1,\"custom_id\":\"a\",\"emoji\":%s}}]}]");
    private static final String UNUSABLE = "COMPONENT_INVALID_EMOJI";

    private final InMemoryStorage storage = new InMemoryStorage();
    private final FakePlace place = new FakePlace(storage, NOW).member(BOT, "bot");
    private final Components components = TestWriters.components(NOW);

    @Test
    void everyComponentHasANumberOfItsOwn() {
        JsonNode row = clean("""
            [{"type":1,"components":[
              {"type":2,"style":1,"label":"a","custom_id":"a","id":2},
              {"type":2,"style":1,"label":"b","custom_id":"b"}]}]\
            """).get(0);
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
            [{"type":1,"components":[{"type":5,"custom_id":"who","max_values":3}]}]\
            """).get(0).get("components").get(0);
        assertThat(select.get("min_values").asInt()).isEqualTo(1);
        assertThat(select.get("max_values").asInt()).isEqualTo(3);
    }

    @Test
    void whetherAMenuMustBeAnsweredMeansNothingInAMessage() {
        JsonNode select = clean("""
            [{"type":1,"components":[{"type":5,"custom_id":"who","required":false}]}]\
            """).get(0).get("components").get(0);
        assertThat(select.has("required")).isFalse();
    }

    @Test
    void aTextShowsOnlyEmojisThatItsSenderMayUseAsContentDoes() {
        ownEmoji();
        String text = "[{\"type\":17,\"components\":[{\"type\":10,\"content\":\"<a:anvil:900> <:other:901>\"}]}]";
        assertThat(clean(text).findValue("content").asText()).isEqualTo("<a:anvil:900> <:other:901>");
        place.member(BOT, "bot", Permission.USE_EXTERNAL_EMOJIS);
        assertThat(clean(text).findValue("content").asText()).isEqualTo("<a:anvil:900> :other:");
    }

    @Test
    void picturesFromElsewhereKeepTheirUrl() {
        JsonNode item = clean("""
            [{"type":12,"items":[{"media":{"url":"https://example.org/a.png"}}]}]\
            """).get(0).get("items").get(0);
        assertThat(item.get("media").get("proxy_url").asText()).isEqualTo("https://example.org/a.png");
        assertThat(item.get("media").get("id").isTextual()).isTrue();
        assertThat(item.get("description").isNull()).isTrue();
    }

    @Test
    void filesOfTheMessageAreNamedAndMeasured() {
        JsonNode file = clean("""
            [{"type":13,"file":{"url":"attachment://report.pdf"}}]\
            """).get(0);
        assertThat(file.get("name").asText()).isEqualTo("report.pdf");
        assertThat(file.get("size").asInt()).isEqualTo(12);
        assertThat(file.get("file").get("url").asText()).isEqualTo("http://cdn/report.pdf");
        assertThat(file.get("file").get("id").asText()).isEqualTo("77");
    }

    /** hikari reads no message that shows a custom emoji without a name, and loses its event. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"900\"}",
                "{\"id\":900,\"name\":null}",
                "{\"id\":\"900\",\"name\":\"other\",\"animated\":false}"
            })
    void customEmojisAreShownAsTheyAreWhateverIsSaidOfThem(String emoji) {
        ownEmoji();
        for (String component : EVERYWHERE) {
            JsonNode shown = clean(component.formatted(emoji)).findValue("emoji");
            assertThat(shown.get("id").asText()).isEqualTo("900");
            assertThat(shown.get("name").asText()).isEqualTo("anvil");
            assertThat(shown.get("animated").asBoolean()).isTrue();
        }
    }

    @Test
    void anEmojiThatIsNoneOrNotTheSendersIsRefusedWhereverItStands() {
        for (String component : EVERYWHERE) {
            assertThatThrownBy(() -> clean(component.formatted("{\"id\":\"900\",\"name\":\"anvil\"}")))
                    .isInstanceOfSatisfying(
                            ApiException.class,
                            refusal -> assertThat(refusal.toBody().toString()).contains(UNUSABLE));
        }
    }

    @Test
    void othersStayAsTheyAre() {
        assertThat(clean(EVERYWHERE.getFirst().formatted("{\"name\":\"\uD83D\uDD25\"}"))
                        .findValue("emoji")
                        .get("name")
                        .asText())
                .isEqualTo("\uD83D\uDD25");
    }

    private void ownEmoji() {
        storage.write(List.of(
                Write.to(Emojis.TABLE, BOT, EMOJI)
                        .set(Emojis.NAME, "anvil")
                        .set(Emojis.IMAGE, "a_hash")
                        .build(),
                Write.to(ExpressionOwners.TABLE, EMOJI)
                        .set(ExpressionOwners.KIND, ExpressionOwners.EMOJI)
                        .set(ExpressionOwners.OWNER_ID, BOT)
                        .build()));
    }

    private JsonNode clean(String json) {
        return components.clean(Json.parse(json), List.of(REPORT), new EmojiUse(place, BOT, true));
    }
}
