package io.guildhall.api.link;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.Configs;
import io.guildhall.model.payload.Json;
import io.guildhall.outgoing.Fetcher;
import io.guildhall.outgoing.OutgoingConfig;
import io.guildhall.testing.Settings;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTargetsTest {
    private static final byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAYAAACddGYaAAAAC0lEQVR4nGNgQAYAAA4AAamRc7EAAAAASUVORK5CYII=");

    private final Vertx vertx = Vertx.vertx();
    private Site site;
    private LinkTargets targets;

    @BeforeEach
    void open() throws IOException {
        site = new Site();
        targets = targets("127.0.0.1");
    }

    @AfterEach
    void close() {
        site.close();
        vertx.close();
    }

    @Test
    void aPageIsShownByWhatItSaysOfItself() {
        site.has("/picture.png", "image/png", PIXEL);
        site.hasPage("/page", """
            <title>not this</title>
            <meta property="og:title" content=" A   title &amp; more ">
            <meta property="og:description" content="What it is about">
            <meta property="og:site_name" content="The site">
            <meta property="og:image" content="/picture.png">
            <meta name="theme-color" content="#0a0B0c">
            """);

        assertThat(embed("/page")).isEqualTo(Json.parse("""
            {"type":"link","url":"%1$s","title":"A title & more","description":"What it is about","color":658188,
            "provider":{"name":"The site"},
            "thumbnail":{"url":"%2$s","proxy_url":"%2$s","width":3,"height":2}}
            """.formatted(site.url("/page"), site.url("/picture.png"))));
    }

    @Test
    void ofAPageThatIsNothingButTagsOnlyTheFirstAreTakenApart() {
        String title = "<meta property=\"og:title\" content=\"seen\">";
        String late = "<meta property=\"og:description\" content=\"not seen\">";
        site.hasPage("/nested", title + "<b><table>".repeat(Page.MOST_TAGS / 2) + late);

        assertThat(embed("/nested"))
                .isEqualTo(Json.object()
                        .put("type", "link")
                        .put("url", site.url("/nested"))
                        .put("title", "seen"));
    }

    @Test
    void whatThePageDoesNotSayItsOEmbedMay() {
        site.has(
                "/oembed",
                "application/json",
                "{\"title\":\"From there\",\"author_name\":\"Ann\",\"author_url\":\"https://example.org/ann\",\"provider_name\":\"Tube\",\"provider_url\":\"javascript:alert(1)\"}"
                        .getBytes(ISO_8859_1));
        site.hasPage("/watch", """
            <link rel="alternate" type="application/json+oembed" href="/oembed">
            <meta name="twitter:card" content="summary_large_image">
            <meta property="og:image" content="https://example.org/large.png">
            <meta property="og:image:width" content="1280"><meta property="og:image:height" content="720">
            """);

        JsonNode embed = embed("/watch");

        assertThat(embed.path("type").asText()).isEqualTo("article");
        assertThat(embed.path("title").asText()).isEqualTo("From there");
        assertThat(embed.at("/author/url").asText()).isEqualTo("https://example.org/ann");
        assertThat(embed.path("provider")).isEqualTo(Json.object().put("name", "Tube"));
        assertThat(embed.at("/thumbnail/width").asInt()).isEqualTo(1280);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"photo\",\"url\":\"https://example.org/p.png\",\"width\":800,\"height\":600}|https://example.org/p.png|800",
                "{\"type\":\"rich\",\"thumbnail_url\":\"https://example.org/t.png\",\"thumbnail_width\":\"90\",\"thumbnail_height\":60}|https://example.org/t.png|90",
                "{\"type\":\"rich\",\"url\":\"https://example.org/p.png\",\"width\":800,\"height\":600}||0",
                "{\"type\":\"photo\",\"url\":\"javascript:alert(1)\",\"width\":800,\"height\":600}||0"
            })
    void aPictureThatOnlyItsOEmbedNamesIsShown(String oEmbed, String url, int width) {
        site.has("/oembed", "application/json", oEmbed.getBytes(ISO_8859_1));
        site.hasPage("/photo", """
            <meta property="og:title" content="Seen"><link rel="alternate" type="application/json+oembed" href="/oembed">
            """);

        JsonNode thumbnail = embed("/photo").path("thumbnail");

        assertThat(thumbnail.path("url").asText(null)).isEqualTo(url);
        assertThat(thumbnail.path("width").asInt()).isEqualTo(width);
    }

    @Test
    void aVideoIsShownAsOne() {
        site.hasPage("/video", """
            <meta property="og:title" content="Moving">
            <meta property="og:video:secure_url" content="https://example.org/v.mp4">
            <meta property="og:video:width" content="640"><meta property="og:video:height" content="360">
            """);

        assertThat(embed("/video").path("type").asText()).isEqualTo("video");
        assertThat(embed("/video").at("/video/url").asText()).isEqualTo("https://example.org/v.mp4");
    }

    @Test
    void aPictureIsShownItselfWithItsRealSize() {
        site.has("/x.png", "image/png", PIXEL);

        JsonNode embed = embed("/x.png");

        assertThat(embed.path("type").asText()).isEqualTo("image");
        assertThat(embed.at("/thumbnail/width").asInt()).isEqualTo(3);
        assertThat(embed.at("/thumbnail/height").asInt()).isEqualTo(2);
    }

    @Test
    void aPageIsReadInItsOwnCharset() {
        site.has(
                "/old",
                "text/html",
                "<head><meta charset=iso-8859-1><title>Gr\u00fc\u00dfe</title></head>".getBytes(ISO_8859_1));

        assertThat(embed("/old").path("title").asText()).isEqualTo("Gr\u00fc\u00dfe");
    }

    @Test
    void longTextsAreCutBetweenCharacters() {
        site.hasPage("/long", "<meta property=\"og:title\" content=\"" + "\ud83d\ude00".repeat(400) + "\">");

        String title = embed("/long").path("title").asText();

        assertThat(title.codePointCount(0, title.length())).isEqualTo(256);
        assertThat(title).endsWith("\ud83d\ude00\u2026");
    }

    @Test
    void aPlaceIsAskedOnceForAWhile() {
        site.hasPage("/page", "<title>once</title>");

        embed("/page");
        embed("/page");
        targets.embed(site.url("/gone"));
        targets.embed(site.url("/gone"));

        assertThat(site.asked).containsExactly("/page", "/gone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta property=\"og:image\" content=\"javascript:alert(1)\">",
                "<meta property=\"og:image\" content=\"http://[bad\"><meta property=\"og:image:width\""
                        + " content=\"99999999999\">",
                "<p>nothing</p>",
                "<meta property=\"og:title\" content=\"  \">",
            })
    void whatSaysNothingIsNotShown(String head) {
        site.hasPage("/page", head);

        assertThat(targets.embed(site.url("/page"))).isEmpty();
    }

    @Test
    void whatIsNoPictureIsNoneWhateverItSays() {
        site.has("/x.png", "image/png", "<svg/>".getBytes(ISO_8859_1));

        assertThat(targets.embed(site.url("/x.png"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://", "https://exa mple.org", "http://user:password@127.0.0.1/", "http://[::1/"})
    void whatCannotBeCalledIsNotShown(String url) {
        assertThat(targets.embed(url)).isEmpty();
    }

    @Test
    void whatStandsBehindTheOperatorsWallIsNotCalled() {
        site.hasPage("/page", "<title>secret</title>");

        assertThat(targets("10.99.0.0/16").embed(site.url("/page"))).isEmpty();
        assertThat(site.asked).isEmpty();
    }

    private JsonNode embed(String path) {
        return targets.embed(site.url(path)).orElseThrow();
    }

    private LinkTargets targets(String allowed) {
        OutgoingConfig config =
                Settings.of(OutgoingConfig.class).with(Map.of("guildhall.outgoing.internal-networks", allowed));
        return new LinkTargets(new Fetcher(vertx, config), Configs.api(Map.of()));
    }
}
