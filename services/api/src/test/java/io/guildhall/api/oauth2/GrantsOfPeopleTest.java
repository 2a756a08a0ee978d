package io.guildhall.api.oauth2;

import static io.guildhall.api.oauth2.Instance.APPLICATION;
import static io.guildhall.api.oauth2.Instance.HOME;
import static io.guildhall.api.oauth2.Instance.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.model.oauth2.OAuth2Scope;
import io.guildhall.model.operation.HttpMethod;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Applications;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people let applications do, as people see it, and what applications do with it. */
class GrantsOfPeopleTest extends OAuth2TestBase {
    private static final String CONNECTION = "/v10/users/@me/applications/70/role-connection";

    @Test
    void aPersonSeesThemAndTakesThemBack() {
        JsonNode tokens = json(redeem(code(asks("identify guilds")), HOME));
        JsonNode granted = json(instance.get("/v10/oauth2/tokens", "person"));
        assertThat(granted).hasSize(1);
        assertThat(granted.get(0).path("scopes").toString()).isEqualTo("[\"identify\",\"guilds\"]");

        String path = "/v10/oauth2/tokens/" + granted.get(0).path("id").asText();
        assertThat(instance.send(HttpMethod.DELETE, path, "", "person", null, "")
                        .status())
                .isEqualTo(204);

        assertThat(read(tokens)).isEqualTo(401);
        assertThat(refresh(tokens).status()).isEqualTo(400);
        assertThat(json(instance.get("/v10/oauth2/tokens", "person"))).isEmpty();
        assertThat(instance.send(HttpMethod.DELETE, path, "", "person", null, "")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"guilds.join, 7, 8, 201", "identify, 7, 8, 403", "guilds.join, 7, 9, 401", "guilds.join, 70, 8, 401"})
    void aBotLetsOnlyThoseJoinWhoLetItsApplication(String scope, long application, long person, int status) {
        instance.application(7, HOME);
        String token = instance.grants
                .token(
                        Instance.PERSON,
                        application,
                        Set.of(OAuth2Scope.find(scope).orElseThrow()),
                        5000)
                .accessToken();
        RestAnswer answer = instance.send(
                HttpMethod.PUT,
                "/v10/guilds/4/members/" + person,
                "",
                "Bot robot",
                "application/json",
                "{\"access_token\":\"" + token + "\"}");
        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void anApplicationTellsOfAPersonWhatItDeclared() {
        instance.storage
                .write(List.of(Write.to(Applications.TABLE, APPLICATION)
                        .set(Applications.ROLE_CONNECTIONS_METADATA, "[{\"key\":\"level\",\"type\":2}]")
                        .build()))
                .await()
                .indefinitely();
        assertThat(tell("{\"platform_name\":\"A game\",\"metadata\":{\"level\":\"7\"}}")
                        .status())
                .isEqualTo(200);
        assertThat(tell("{\"metadata\":{\"level\":\"high\"}}").status()).isEqualTo(400);
        assertThat(tell("{\"metadata\":{\"age\":\"7\"}}").status()).isEqualTo(400);
        assertThat(tell("{\"platform_username\":\"ann\"}").status()).isEqualTo(200);
        JsonNode told = json(instance.get(CONNECTION, writer()));
        assertThat(told.path("platform_name").asText()).isEqualTo("A game");
        assertThat(told.path("platform_username").asText()).isEqualTo("ann");
        assertThat(told.path("metadata").path("level").asText()).isEqualTo("7");
        instance.send(HttpMethod.DELETE, CONNECTION, "", writer(), null, "");
        assertThat(json(instance.get(CONNECTION, writer())).path("metadata")).isEmpty();
    }

    @Test
    void ofOtherApplicationsItNeitherSeesNorTellsAnything() {
        String other = CONNECTION.replace("70", "71");
        assertThat(instance.get(other, writer()).status()).isEqualTo(401);
        assertThat(instance.get(CONNECTION, "person").status()).isEqualTo(401);
    }

    private RestAnswer tell(String body) {
        return instance.send(HttpMethod.PUT, CONNECTION, "", writer(), "application/json", body);
    }

    private String writer() {
        return "Bearer " + instance.accessToken(OAuth2Scope.ROLE_CONNECTIONS_WRITE);
    }
}
