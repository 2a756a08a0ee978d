package io.guildhall.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientFilesTest {
    private final ClientFiles files = ClientFiles.load(ClientFilesTest.class.getClassLoader());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/register",
                "/settings",
                "/verify",
                "/reset",
                "/channels/@me",
                "/channels/1/2/3",
                "/developers",
                "/developers/1",
                "/administration",
                "/administration/people/1",
                "/invite/abc"
            })
    void everyPlaceOfTheClientIsItsOnePage(String path) {
        assertThat(files.at(path)).hasValueSatisfying(file -> {
            assertThat(file.page()).isTrue();
            assertThat(file.caching()).isEqualTo("no-cache");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v10/gateway",
                "/cdn/icons/1/a.png",
                "/gateway",
                "/q/health",
                "/loginx",
                "/reset/x",
                "/files.txt",
                "/assets/none.js",
                "",
                "assets"
            })
    void nothingElseIsTheClients(String path) {
        assertThat(files.at(path)).isEmpty();
    }

    @Test
    void filesOfThePageAreKeptForEverAndServedSmall() {
        String page = new String(files.at("/").orElseThrow().plain(), java.nio.charset.StandardCharsets.UTF_8);
        String script = page.replaceAll("(?s).*src=\"(/assets/[^\"]+\\.js)\".*", "$1");
        assertThat(files.at(script)).hasValueSatisfying(file -> {
            assertThat(file.caching()).contains("immutable");
            assertThat(file.type()).startsWith("text/javascript");
            assertThat(file.coding("gzip, deflate, br")).hasValue("br");
            assertThat(file.coding("gzip;q=0.5, br;q=0")).hasValue("gzip");
            assertThat(file.coding("identity")).isEmpty();
            assertThat(file.coding(null)).isEmpty();
            assertThat(file.smaller().get("gzip").length).isLessThan(150 * 1024);
        });
    }

    @Test
    void thePageHoldsNoScriptAndNoStyleItself() {
        String page = new String(files.at("/").orElseThrow().plain(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(page)
                .doesNotContain("<style")
                .doesNotContainPattern("<script(?![^>]* src=)")
                .doesNotContain("style=");
    }
}
