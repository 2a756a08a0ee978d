package io.guildhall.api.oauth2;

import static io.guildhall.api.oauth2.Instance.HOME;
import static io.guildhall.api.oauth2.Instance.QUERY;
import static io.guildhall.api.oauth2.Instance.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.api.call.RestAnswer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an application may ask a person for, and where the answer goes. */
class ConsentTest extends OAuth2TestBase {
    @Test
    void stateComesBackAsItWas() {
        Map<String, String> asked = asks("identify");
        asked.put("state", "a&b=c d#e");
        assertThat(parameters(instance.location(asked))).containsEntry("state", "a&b=c d#e");
        RestAnswer refused = instance.authorize(asked, "{\"authorize\":false}");
        assertThat(parameters(json(refused).path("location").asText()))
                .containsEntry("state", "a&b=c d#e")
                .containsEntry("error", "access_denied")
                .doesNotContainKey("code");
    }

    @Test
    void challengesThatProtectNothingAreRefused() {
        for (String method : List.of("plain", "")) {
            Map<String, String> asked = asks("identify");
            asked.put("code_challenge", challenge());
            asked.put("code_challenge_method", method);
            assertThat(instance.authorize(asked, "{\"authorize\":true}").status())
                    .isEqualTo(400);
        }
    }

    @Test
    void anImplicitTokenStandsInTheFragmentAndIsNotRefreshed() {
        Map<String, String> asked = asks("identify");
        asked.put("response_type", "token");
        String location = instance.location(asked);
        assertThat(location).startsWith(HOME + "#token_type=Bearer");
        Map<String, String> fragment = parameters(location);
        assertThat(fragment).containsEntry("scope", "identify").doesNotContainKey("refresh_token");
        assertThat(bearer(fragment.get("access_token"))).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example/back/",
                "https://app.example/Back",
                "https://app.example/back?with=query&more",
                "https://app.example.evil.example/back",
                "https://app.example/back#here",
                "javascript:alert(1)",
                ""
            })
    void nothingIsSentToAnAddressThatIsNotTheApplicationsOwnSignForSign(String address) {
        Map<String, String> asked = asks("identify");
        asked.put("redirect_uri", address);
        for (String body : List.of("{\"authorize\":true}", "{\"authorize\":false}")) {
            assertThat(instance.authorize(asked, body).status()).isEqualTo(400);
        }
    }

    @Test
    void anAnswerIsPutBehindTheQueryOfItsAddress() {
        Map<String, String> asked = asks("identify");
        asked.put("redirect_uri", QUERY);
        assertThat(instance.location(asked)).startsWith(QUERY + "&code=");
    }

    @Test
    void scopesThatNobodyKnowsAreRefused() {
        assertThat(instance.authorize(asks("identify everything"), "{\"authorize\":true}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aBotComesFirstAndACodeOnlyWhenItMayCome() {
        Map<String, String> asked = asks("bot identify");
        assertThat(instance.authorize(asked, "{\"authorize\":true}").status()).isEqualTo(400);
        assertThat(instance.owner.commands()).isEmpty();

        RestAnswer added = instance.authorize(asked, "{\"authorize\":true,\"guild_id\":\"4\"}");
        assertThat(instance.owner.last().getRest().getOperation()).isEqualTo("authorizeBot");
        assertThat(parameters(json(added).path("location").asText())).containsEntry("guild_id", "4");

        instance.owner.refuseCalls(true);
        RestAnswer refused = instance.authorize(asked, "{\"authorize\":true,\"guild_id\":\"4\"}");
        assertThat(refused.status()).isEqualTo(403);
    }

    @Test
    void aBotAloneNeedsNoAddress() {
        RestAnswer added = instance.authorize(
                Map.of("client_id", "70", "scope", "bot applications.commands"),
                "{\"authorize\":true,\"guild_id\":\"4\"}");
        assertThat(json(added).path("location").asText()).isEqualTo("/oauth2/authorized");
    }
}
