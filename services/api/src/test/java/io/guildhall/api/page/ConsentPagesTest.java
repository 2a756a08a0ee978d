package io.guildhall.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person meets who comes from an application with a browser that runs no scripts. */
class ConsentPagesTest {
    private static final String IDENTIFY =
            "client_id=70&scope=identify&response_type=code&redirect_uri=https%3A%2F%2Fapp.example%2Fback";
    private static final String BOT = "client_id=70&scope=bot&permissions=10240&guild_id=5";

    private final FakeApi api = new FakeApi();
    private final Browser browser = new Browser(api);

    @Test
    void whoIsNotLoggedInLogsInAndIsAskedThen() {
        Document login = browser.open(IDENTIFY);
        assertThat(login.select("input[type=password]")).hasSize(1);
        assertThat(browser.cookies())
                .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));

        PageAnswer answer = browser.submit(login, "login", "ann", "password", "right");

        assertThat(answer.location()).isEqualTo("/oauth2/authorize?" + IDENTIFY);
        assertThat(browser.open(IDENTIFY).text())
                .contains("See your username")
                .contains("You will be sent to https://app.example")
                .contains("You are ann");
    }

    @Test
    void aWrongPasswordIsSaidAndAskedForAgain() {
        Document again = page(browser.submit(browser.open(IDENTIFY), "login", "ann", "password", "wrong"));
        assertThat(again.select(".complaint").text()).isEqualTo("Login or password is invalid.");
        assertThat(again.select("input[name=login]").val()).isEqualTo("ann");
        assertThat(again.select("input[type=password]").val()).isEmpty();
    }

    @Test
    void anAccountThatAsksForACodeIsLoggedInToByOne() {
        api.askForCodes();
        Document code = page(browser.submit(browser.open(IDENTIFY), "login", "ann", "password", "right"));
        assertThat(code.select("input[name=code]")).hasSize(1);
        assertThat(browser.open(IDENTIFY).select("input[type=password]")).hasSize(1);

        Document again = page(browser.submit(code, "code", "654321"));
        assertThat(again.select(".complaint").text()).isEqualTo("Invalid two-factor code.");

        assertThat(browser.submit(again, "code", "123456").location()).isEqualTo("/oauth2/authorize?" + IDENTIFY);
        assertThat(browser.open(IDENTIFY).text()).contains("You are ann");
    }

    @Test
    void aSecondStepThatTookTooLongBeginsWithThePasswordAgain() {
        api.askForCodes();
        Document code = page(browser.submit(browser.open(IDENTIFY), "login", "ann", "password", "right"));
        api.endTickets();
        Document again = page(browser.submit(code, "code", "123456"));
        assertThat(again.select(".complaint").text()).isEqualTo("Token has expired.");
        assertThat(again.select("input[type=password]")).hasSize(1);
    }

    @Test
    void whoAgreesIsSentToTheApplicationByAPageOfOurs() {
        browser.logIn(IDENTIFY);
        PageAnswer answer = browser.submit(browser.open(IDENTIFY), "decision", "authorize");
        assertThat(api.decision().path("authorize").asBoolean()).isTrue();
        assertThat(page(answer).select("meta[http-equiv=refresh]").attr("content"))
                .isEqualTo("0;url=https://app.example/back?code=1&state=a");
        assertThat(page(answer).select("a").attr("href")).isEqualTo("https://app.example/back?code=1&state=a");
    }

    @Test
    void whoDoesNotAgreeIsSentBackWithoutAnything() {
        browser.logIn(IDENTIFY);
        browser.submit(browser.open(IDENTIFY), "decision", "cancel");
        assertThat(api.decision().path("authorize").asBoolean()).isFalse();
    }

    @Test
    void aBotGoesToOneOfTheGuildsThatThePersonMayManage() {
        browser.logIn(BOT);
        Document page = browser.open(BOT);
        assertThat(page.select("option").eachText()).containsExactly("Choose a server", "owned", "managed");
        assertThat(page.select("option[selected]").eachText()).containsExactly("managed");
        PageAnswer answer = browser.submit(page, "decision", "authorize", "guild_id", "4");
        assertThat(api.decision().path("guild_id").asText()).isEqualTo("4");
        assertThat(answer.location()).isEqualTo("/oauth2/authorized");
    }

    @Test
    void aWebhookIsForAChannelOfAServerThatIsChosenFirst() {
        String query = "client_id=70&response_type=code&scope=webhook.incoming&redirect_uri=https://app.example/back";
        browser.logIn(query);
        Document page = browser.open(query);
        assertThat(page.select("select[name=guild_id] option").eachText())
                .containsExactly("Choose a server", "owned", "hooked");
        assertThat(page.select("select[name=webhook_channel_id]")).isEmpty();
        Document channels = page(browser.submit(page, "decision", "authorize", "guild_id", "7"));
        assertThat(api.decision().isMissingNode()).isTrue();
        assertThat(channels.select("select[name=guild_id] option[selected]").eachText())
                .containsExactly("hooked");
        assertThat(channels.select("select[name=webhook_channel_id] option").eachText())
                .containsExactly("notices");
        browser.submit(channels, "decision", "authorize", "guild_id", "7", "webhook_channel_id", "77");
        assertThat(api.decision().path("webhook_channel_id").asText()).isEqualTo("77");
    }

    @Test
    void anApplicationThatIsForThePersonComesIntoNoGuild() {
        String query = "client_id=70&scope=applications.commands&integration_type=1";
        browser.logIn(query);
        Document page = browser.open(query);
        assertThat(page.select("select")).isEmpty();
        assertThat(page.text()).contains("Offer you its commands, wherever you are");
        browser.submit(page, "decision", "authorize");
        assertThat(api.decision().path("authorize").asBoolean()).isTrue();
        assertThat(api.decision().has("guild_id")).isFalse();
    }

    @Test
    void anApplicationMayWishForOneGuildAndNoOther() {
        browser.logIn(BOT);
        assertThat(browser.open(BOT + "&disable_guild_select=true")
                        .select("option")
                        .eachText())
                .containsExactly("Choose a server", "managed");
    }

    @Test
    void aBotGetsThePermissionsThatWereTickedAndAskedFor() {
        browser.logIn(BOT);
        Document page = browser.open(BOT);
        assertThat(page.select("input[type=checkbox]").eachAttr("value"))
                .containsExactly("SEND_MESSAGES", "MANAGE_MESSAGES");
        page.select("input[value=MANAGE_MESSAGES]").removeAttr("checked");
        page.select("input[value=SEND_MESSAGES]")
                .first()
                .after("<input type=checkbox name=permission value=ADMINISTRATOR checked>");
        browser.submit(page, "decision", "authorize", "guild_id", "4");
        assertThat(api.decision().path("permissions").asText()).isEqualTo("2048");
    }

    @Test
    void whatTheApiRefusesIsSaidAndAskedAgain() {
        browser.logIn(BOT);
        api.refuse("Missing Permissions");
        PageAnswer answer = browser.submit(browser.open(BOT), "decision", "authorize", "guild_id", "4");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(page(answer).select(".complaint").text()).isEqualTo("Missing Permissions");
        assertThat(page(answer).select("option[selected]").text()).isEqualTo("owned");
    }

    @Test
    void whatMayNotBeAskedIsAPageAndGoesNowhere() {
        browser.logIn(IDENTIFY);
        api.refuseToAsk("Redirect URI is not one of the application's own.");
        PageAnswer answer = browser.get(IDENTIFY);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.location()).isEmpty();
        assertThat(page(answer).text()).contains("Redirect URI is not one of the application's own.");
        assertThat(page(answer).select("form, a, meta[http-equiv]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no token", "token of another visit", "token of another question", "sent by another site"})
    void aFormThatWasNotShownToThisBrowserForThisQuestionDoesNothing(String what) {
        browser.logIn(IDENTIFY);
        Document page = browser.open(IDENTIFY);
        switch (what) {
            case "no token" -> page.select("input[name=token]").remove();
            case "token of another visit" -> {
                Browser other = new Browser(api);
                other.logIn(IDENTIFY);
                page = other.open(IDENTIFY);
            }
            case "token of another question" ->
                page.select("form").attr("action", "/oauth2/authorize?" + IDENTIFY + "+email");
            default -> browser.isElsewhere();
        }
        assertThat(browser.submit(page, "decision", "authorize").status()).isEqualTo(403);
        assertThat(api.decision().isMissingNode()).isTrue();
    }

    @Test
    void aLoginThatEndedIsAskedForAnew() {
        browser.logIn(IDENTIFY);
        api.endLogins();
        assertThat(browser.open(IDENTIFY).select("input[type=password]")).hasSize(1);
        browser.logIn(IDENTIFY);
        assertThat(browser.open(IDENTIFY).text()).contains("You are ann");
    }

    @Test
    void whoIsSomebodyElseLogsOut() {
        browser.logIn(IDENTIFY);
        PageAnswer answer = browser.submitSecond(browser.open(IDENTIFY));
        assertThat(answer.location()).isEqualTo("/oauth2/authorize?" + IDENTIFY);
        assertThat(api.loggedOut()).isTrue();
        assertThat(browser.open(IDENTIFY).select("input[type=password]")).hasSize(1);
    }

    @Test
    void whatWasAgreedToBeforeIsNotAskedAgainWhereTheApplicationWantsIt() {
        browser.logIn(IDENTIFY);
        assertThat(browser.get(IDENTIFY + "&prompt=none").location()).isEmpty();
        api.agreedBefore();
        assertThat(browser.get(IDENTIFY).location()).isEmpty();
        assertThat(browser.get(BOT + "&prompt=none").location()).isEmpty();
        assertThat(browser.get(IDENTIFY + "&prompt=none").location()).startsWith("https://app.example/back?code=");
    }

    @Test
    void nothingThatOthersNamedIsTakenForMarkup() {
        browser.logIn(IDENTIFY);
        api.called("<script>alert(1)</script>\"'>");
        Document page = browser.open(IDENTIFY + "&state=\"><script>");
        assertThat(page.select("script")).isEmpty();
        assertThat(page.select("h1").text()).isEqualTo("<script>alert(1)</script>\"'>");
        assertThat(page.select("form").attr("action"))
                .isEqualTo("/oauth2/authorize?" + IDENTIFY + "&state=\"><script>");
    }

    private static Document page(PageAnswer answer) {
        return Jsoup.parse(answer.html());
    }
}
