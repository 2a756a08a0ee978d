package io.guildhall.api.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.FakeStorage;
import io.guildhall.api.TestTokens;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.api.config.ApiIds;
import io.guildhall.api.endpoint.WebhookEvents;
import io.guildhall.api.provisional.Merging;
import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.identity.ProvisionalAccounts;
import io.guildhall.identity.StorageAccess;
import io.guildhall.identity.oauth2.ClientSecrets;
import io.guildhall.identity.oauth2.Grants;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.OAuth2Operations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Applications;
import io.guildhall.model.table.catalogue.Users;
import io.guildhall.model.webhookevent.WebhookEvent;
import io.guildhall.storageclient.StorageRouter;
import io.guildhall.storageclient.Timestamps;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What applications are told of people who let them speak for them, and who do so no more. */
class AuthorizationNewsTest {
    private static final long PERSON = 8;
    private static final long APPLICATION = 70;
    private static final String IDENTIFY = "{\"client_id\":\"70\",\"scope\":\"identify"
            + " guilds\",\"response_type\":\"code\",\"redirect_uri\":\"https://app.example/back\"}";

    private final Clock clock = Clock.systemUTC();
    private final StorageAccess storage = storage(clock);
    private final Grants grants = new Grants(storage, TestTokens.config(), clock);
    private final List<WebhookEvent> told = new ArrayList<>();
    private final AuthorizationNews news = new AuthorizationNews(
            new WebhookEvents(null, storage, clock, new SimpleMeterRegistry()) {
                @Override
                public void tell(WebhookEvent event) {
                    told.add(event);
                }
            },
            storage);
    private final Consent consent = new Consent(
            new Clients(storage, new ClientSecrets(storage)),
            grants,
            new Installs(storage, clock),
            null,
            news,
            new ApiIds(new SnowflakeGenerator(0, clock)));

    AuthorizationNewsTest() {
        storage.write(List.of(
                        Write.to(Applications.TABLE, APPLICATION)
                                .set(Applications.NAME, "an application")
                                .set(Applications.OWNER_ID, PERSON)
                                .set(Applications.REDIRECT_URIS, "[\"https://app.example/back\"]")
                                .build(),
                        Write.to(Users.TABLE, PERSON)
                                .set(Users.USERNAME, "alice")
                                .build()))
                .await()
                .indefinitely();
    }

    @Test
    void whoeverAgreesIsToldOfAndWhoeverTakesItBack() {
        assertThat(agree(IDENTIFY, "{\"authorize\":true}").status()).isEqualTo(200);
        assertThat(told).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(WebhookEvent.Type.APPLICATION_AUTHORIZED);
            assertThat(event.applicationId()).isEqualTo(APPLICATION);
            assertThat(event.data().at("/user/username").asText()).isEqualTo("alice");
            assertThat(event.data().path("scopes")).hasToString("[\"identify\",\"guilds\"]");
            assertThat(event.data().has("integration_type")).isFalse();
        });
        told.clear();

        String grant = Long.toString(grants.of(PERSON).getFirst().id());
        new DeleteMyGrant(
                        grants,
                        new Installs(storage, clock),
                        news,
                        new Merging(new ProvisionalAccounts(storage), grants, null, storage, null))
                .answer(call(OAuth2Operations.DELETE_MY_GRANT, Map.of("grant_id", grant), "{}", "{}"));
        assertThat(told).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(WebhookEvent.Type.APPLICATION_DEAUTHORIZED);
            assertThat(event.data().at("/user/id").asText()).isEqualTo("8");
        });
    }

    @Test
    void whoeverRefusesIsNot() {
        agree(IDENTIFY, "{\"authorize\":false}");
        assertThat(told).isEmpty();
    }

    /** Of a guild that an application comes into its owner tells. */
    @Test
    void noneIsToldTwice() {
        agree("{\"client_id\":\"70\",\"scope\":\"bot\"}", "{\"authorize\":true,\"guild_id\":\"4\"}");
        assertThat(told).isEmpty();
    }

    private RestAnswer agree(String query, String body) {
        return consent.around(
                call(OAuth2Operations.AUTHORIZE_BOT, Map.of(), query, body),
                asked -> RestAnswer.of(200, Json.object()));
    }

    private static ApiCall call(Operation operation, Map<String, String> path, String query, String body) {
        return new ApiCall(
                operation,
                Optional.of(new Identity(PERSON, false, 0, 1)),
                path,
                (ObjectNode) Json.parse(query),
                Json.parse(body),
                "",
                "",
                List.of(),
                "127.0.0.1");
    }

    private static StorageAccess storage(Clock clock) {
        FakeStorage fake = new FakeStorage();
        return new StorageAccess(new StorageRouter(
                node -> fake, StaticDiscovery.oneProcess("ws://127.0.0.1:1/gateway"), new Timestamps(clock)));
    }
}
