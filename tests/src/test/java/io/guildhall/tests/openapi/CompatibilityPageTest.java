package io.guildhall.tests.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CompatibilityPageTest {
    private static LibraryReport.Step step(String name, String outcome, String why) {
        return new LibraryReport.Step(name, "does " + name, outcome, why);
    }

    private static CompatibilityPage page(String outcome) {
        CompatibilityPage page = new CompatibilityPage(List.of(
                new LibraryReport("one", List.of(step("send", "ok", ""), step("poll", "skipped", "it has no polls"))),
                new LibraryReport("two", List.of(step("send", outcome, ""), step("poll", "ok", "")))));
        page.operation("GET /users/@me", true);
        page.operation("GET /lobbies/{lobby_id}", false);
        return page;
    }

    @Test
    void saysOfEachLibraryWhatCameOfEachStep() {
        assertThat(page("failed").text())
                .contains("- `send`: does send", "| one | ✔ | – |", "| two | ✖ | ✔ |", "- one, poll: it has no polls")
                .endsWith("2 libraries, 2 steps passed, 1 failed\n");
    }

    @Test
    void saysOfEachOperationHowItWasAnsweredAndWhetherItIsThere() {
        CompatibilityPage page = page("ok");
        page.answered("GET /users/@me", 401, List.of());
        page.answered("GET /users/@me", 200, List.of("/id: is a number"));
        assertThat(page.text())
                .contains("| `GET /users/@me` | 200, 401 | /id: is a number |", "- `GET /lobbies/{lobby_id}`");
    }

    @Test
    void saysNothingOfWhatIsMissingWhereNothingIs() {
        CompatibilityPage page = new CompatibilityPage(List.of());
        page.operation("GET /users/@me", true);
        assertThat(page.text()).doesNotContain("Not answered");
        assertThat(page("ok").text()).contains("### Not answered");
    }

    @Test
    void namesAreTheSameWhateverCameOfThem() {
        assertThat(CompatibilityPage.names(page("ok").text()))
                .isEqualTo(CompatibilityPage.names(page("failed").text()));
        assertThat(CompatibilityPage.names("| one | ✔ |\n- `GET /a`\n- `send`: sends\n| `GET /b` | 200 | |\n"))
                .containsExactly("- `GET /a`", "- `send`", "| `GET /b`");
    }
}
