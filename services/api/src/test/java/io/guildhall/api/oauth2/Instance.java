package io.guildhall.api.oauth2;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.Configs;
import io.guildhall.api.FakeOwner;
import io.guildhall.api.FakeStorage;
import io.guildhall.api.TestPipeline;
import io.guildhall.api.TestTokens;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.api.call.RestRequest;
import io.guildhall.api.http.RequestPipeline;
import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.identity.StorageAccess;
import io.guildhall.identity.oauth2.ClientSecrets;
import io.guildhall.identity.oauth2.Grants;
import io.guildhall.model.oauth2.OAuth2Scope;
import io.guildhall.model.operation.HttpMethod;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Applications;
import io.guildhall.model.table.catalogue.Users;
import io.guildhall.storageclient.StorageRouter;
import io.guildhall.storageclient.Timestamps;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** An instance with the person 8, who has the application 70 with two redirect URIs. */
final class Instance {
    static final long PERSON = 8;
    static final long APPLICATION = 70;
    static final String HOME = "https://app.example/back";
    static final String QUERY = "https://app.example/back?with=query";

    final FakeOwner owner = new FakeOwner();
    final StorageAccess storage;
    final Grants grants;
    final String secret;
    private final RequestPipeline pipeline;
    private long grantIds = 900;

    Instance() {
        Clock clock = Clock.systemUTC();
        FakeStorage fake = new FakeStorage();
        storage = new StorageAccess(new StorageRouter(
                node -> fake, StaticDiscovery.oneProcess("ws://127.0.0.1:1/gateway"), new Timestamps(clock)));
        grants = new Grants(storage, TestTokens.config(), clock);
        secret = new ClientSecrets(storage).renew(APPLICATION);
        application(APPLICATION, HOME, QUERY);
        account(PERSON);
        pipeline = TestPipeline.with(
                Configs.api(Map.of(
                        "guildhall.api.rate-limits.enabled", "false",
                        "guildhall.api.invalid-requests.maximum", "0")),
                owner,
                fake);
    }

    void application(long id, String... redirectUris) {
        storage.write(List.of(Write.to(Applications.TABLE, id)
                        .set(Applications.NAME, "an application")
                        .set(Applications.OWNER_ID, PERSON)
                        .set(
                                Applications.REDIRECT_URIS,
                                Json.tree(List.of(redirectUris)).toString())
                        .build()))
                .await()
                .indefinitely();
    }

    void account(long id) {
        storage.write(List.of(Write.to(Users.TABLE, id)
                        .set(Users.USERNAME, "user" + id)
                        .build()))
                .await()
                .indefinitely();
    }

    String accessToken(OAuth2Scope... scopes) {
        return grants.token(PERSON, APPLICATION, Set.of(scopes), ++grantIds).accessToken();
    }

    String accessTokenOf(long user) {
        return grants.token(user, APPLICATION, Set.of(OAuth2Scope.SDK_SOCIAL_LAYER), ++grantIds)
                .accessToken();
    }

    /** The person agrees, or not; the answer. */
    RestAnswer authorize(Map<String, String> query, String body) {
        return send(HttpMethod.POST, "/v10/oauth2/authorize", form(query), "person", "application/json", body);
    }

    /** Where the person is sent who agrees. */
    String location(Map<String, String> query) {
        return json(authorize(query, "{\"authorize\":true}")).path("location").asText();
    }

    RestAnswer token(Map<String, String> fields) {
        return post("/v10/oauth2/token", null, fields);
    }

    RestAnswer post(String path, String authorization, Map<String, String> fields) {
        return send(HttpMethod.POST, path, "", authorization, "application/x-www-form-urlencoded", form(fields));
    }

    RestAnswer get(String path, String authorization) {
        return send(HttpMethod.GET, path, "", authorization, null, "");
    }

    RestAnswer send(
            HttpMethod method, String path, String query, String authorization, String contentType, String body) {
        return pipeline.answer(new RestRequest(
                method,
                path,
                query,
                name -> switch (name) {
                    case "Authorization" -> authorization;
                    case "Content-Type" -> contentType;
                    default -> null;
                },
                "127.0.0.1",
                new ByteArrayInputStream(body.getBytes(UTF_8))));
    }

    static JsonNode json(RestAnswer answer) {
        return Json.parse(new String(answer.body(), UTF_8));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
