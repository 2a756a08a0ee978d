package io.guildhall.api.oauth2;

import static io.guildhall.api.oauth2.Instance.APPLICATION;
import static io.guildhall.api.oauth2.Instance.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.model.operation.HttpMethod;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Applications;
import io.guildhall.model.table.catalogue.UserApplications;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Applications that a person has for themselves. */
class InstallsTest extends OAuth2TestBase {
    private static final String YES = "{\"authorize\":true}";

    @Test
    void noGuildIsAskedAndThePersonSeesItAndTakesItBack() {
        offered("{\"0\":{},\"1\":{}}");
        assertThat(install("applications.commands").status()).isEqualTo(200);
        install("applications.commands");
        assertThat(instance.owner.commands())
                .noneMatch(command -> command.getRest().getOperation().equals("authorizeBot"));
        JsonNode listed = json(instance.get("/v10/oauth2/tokens", "person"));
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).path("id").asText()).isEqualTo(Long.toString(APPLICATION));
        assertThat(listed.get(0).path("scopes")).hasToString("[\"applications.commands\"]");
        assertThat(remove().status()).isEqualTo(204);
        assertThat(json(instance.get("/v10/oauth2/tokens", "person"))).isEmpty();
        assertThat(remove().status()).isEqualTo(404);
    }

    @Test
    void aTokenComesAlongWhereItIsAskedFor() {
        offered("{\"1\":{}}");
        Map<String, String> asked = asks("applications.commands identify");
        asked.put("integration_type", "1");
        JsonNode tokens = json(redeem(parameters(instance.location(asked)).get("code"), Instance.HOME));
        assertThat(tokens.path("scope").asText()).contains("identify");
        assertThat(json(instance.get("/v10/oauth2/tokens", "person"))).hasSize(2);
    }

    @Test
    void whoeverRefusesHasItNot() {
        offered("{\"1\":{}}");
        instance.authorize(query("applications.commands"), "{\"authorize\":false}");
        assertThat(json(instance.get("/v10/oauth2/tokens", "person"))).isEmpty();
    }

    @Test
    void whatIsNotOfferedToPeopleIsRefused() {
        assertThat(install("applications.commands").status()).isEqualTo(400);
        offered("{\"0\":{}}");
        assertThat(install("applications.commands").status()).isEqualTo(400);
        offered("{\"1\":{}}");
        assertThat(install("bot applications.commands").status()).isEqualTo(400);
        assertThat(install("identify").status()).isEqualTo(400);
        assertThat(install("applications.commands").status()).isEqualTo(200);
    }

    @Test
    void aPersonHasAHundred() {
        offered("{\"1\":{}}");
        for (long other = 1_000; other < 1_100; other++) {
            instance.storage
                    .write(List.of(Write.to(UserApplications.TABLE, Instance.PERSON, other)
                            .set(UserApplications.INSTALLED_AT, 1L)
                            .build()))
                    .await()
                    .indefinitely();
        }
        assertThat(install("applications.commands").status()).isEqualTo(400);
    }

    private void offered(String config) {
        instance.storage
                .write(List.of(Write.to(Applications.TABLE, APPLICATION)
                        .set(Applications.INTEGRATION_TYPES_CONFIG, config)
                        .build()))
                .await()
                .indefinitely();
    }

    private RestAnswer install(String scopes) {
        return instance.authorize(query(scopes), YES);
    }

    private static Map<String, String> query(String scopes) {
        return new HashMap<>(Map.of("client_id", Long.toString(APPLICATION), "scope", scopes, "integration_type", "1"));
    }

    private RestAnswer remove() {
        return instance.send(HttpMethod.DELETE, "/v10/oauth2/tokens/" + APPLICATION, "", "person", null, "");
    }
}
