package io.guildhall.api;

import static io.guildhall.api.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.identity.StorageAccess;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.push.DeviceSteps;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.PushDevices;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DevicesTest {
    private static final String ADDRESS = "https://1.1.1.1/push/secret";
    private static final String KEY = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[65]);
    private static final String AUTH = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[16]);

    @TestHTTPResource("/")
    URI server;

    @Inject
    FakeOwner owner;

    @Inject
    StorageAccess storage;

    private Client client;
    private String token;

    @BeforeEach
    void register() {
        client = new Client(server);
        token = client.person("p" + UUID.randomUUID().toString().substring(0, 8));
    }

    @Test
    void aDeviceIsHandedToItsOwnersActorWithTheLoginThatRegisteredIt() {
        assertThat(register("webpush", ADDRESS, KEY, AUTH).statusCode()).isEqualTo(204);

        assertThat(owner.last().getInternal().getStep()).isEqualTo(DeviceSteps.REGISTER);
        JsonNode asked = Json.parse(owner.last().getInternal().getBody());
        assertThat(asked.path("address").asText()).isEqualTo(ADDRESS);
        assertThat(Snowflake.parse(asked.path("login_id").asText())).isNotZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/push",
                "https://192.168.1.10/push",
                "https://169.254.169.254/latest",
                "http://1.1.1.1/push",
                "ftp://1.1.1.1/push",
                "https://user:password@1.1.1.1/",
                "no address"
            })
    void anAddressThatMayNotBeCalledIsRefused(String address) {
        HttpResponse<String> refused = register("unifiedpush", address, KEY, AUTH);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).at("/errors/token/_errors/0/code").asText()).isEqualTo("DEVICE_TOKEN_INVALID");
        assertThat(refused.body()).doesNotContain(address);
    }

    @Test
    void keysHaveTheLengthOfKeysAndBrowsersNeedSome() {
        assertThat(json(register("webpush", ADDRESS, KEY, KEY))
                        .at("/errors/keys/auth")
                        .isMissingNode())
                .isFalse();
        assertThat(json(register("webpush", ADDRESS, KEY.substring(2), AUTH))
                        .at("/errors/keys/_errors/0/code")
                        .asText())
                .isEqualTo("DEVICE_KEYS_INVALID");
        String bare = "{\"provider\":\"%s\",\"token\":\"" + ADDRESS + "\"}";
        assertThat(send("POST", bare.formatted("webpush")).statusCode()).isEqualTo(400);
        assertThat(send("POST", bare.formatted("unifiedpush")).statusCode()).isEqualTo(204);
        assertThat(send("POST", bare.formatted("gcm")).statusCode()).isEqualTo(400);
        assertThat(send("DELETE", bare.formatted("webpush")).statusCode()).isEqualTo(204);
        assertThat(owner.last().getInternal().getStep()).isEqualTo(DeviceSteps.REMOVE);
    }

    @Test
    void whatHasATokenIsRegisteredByItWhereTheInstanceReachesSuchDevices() {
        String bare = "{\"provider\":\"%s\",\"token\":\"%s\"}";
        String token = "fcm-token:abcdefghijklmnop_1";

        assertThat(send("POST", bare.formatted("fcm", token)).statusCode()).isEqualTo(204);
        assertThat(Json.parse(owner.last().getInternal().getBody())
                        .path("address")
                        .asText())
                .isEqualTo(token);
        assertThat(register("fcm", token, KEY, AUTH).statusCode()).isEqualTo(204);
        assertThat(json(send("POST", bare.formatted("fcm", "https://1.1.1.1/of an address")))
                        .at("/errors/token/_errors/0/code")
                        .asText())
                .isEqualTo("DEVICE_TOKEN_INVALID");
        assertThat(json(send("POST", bare.formatted("apns", "ab".repeat(32))))
                        .at("/errors/provider/_errors/0/code")
                        .asText())
                .isEqualTo("DEVICE_PROVIDER_UNAVAILABLE");
        assertThat(send("DELETE", bare.formatted("apns", "ab".repeat(32))).statusCode())
                .isEqualTo(204);
    }

    @Test
    void theListNamesHostsAndNoSecrets() {
        long user = Snowflake.parse(new String(Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')))));
        storage.write(List.of(
                        Write.to(PushDevices.TABLE, user, 5L)
                                .set(PushDevices.PROVIDER, "webpush")
                                .set(PushDevices.ADDRESS, ADDRESS)
                                .set(PushDevices.P256DH, KEY)
                                .set(PushDevices.AUTH, AUTH)
                                .build(),
                        Write.to(PushDevices.TABLE, user, 6L)
                                .set(PushDevices.PROVIDER, "fcm")
                                .set(PushDevices.ADDRESS, "secret-token")
                                .build()))
                .await()
                .indefinitely();

        HttpResponse<String> answer = client.get("/api/v10/users/@me/devices", token);

        assertThat(json(answer).get(1).path("host").isNull()).isTrue();

        assertThat(json(answer).get(0).path("host").asText()).isEqualTo("1.1.1.1");
        assertThat(json(answer).get(0).path("current").asBoolean()).isFalse();
        assertThat(answer.body()).doesNotContain("secret", KEY, AUTH);
    }

    @Test
    void whoRegistersIsToldWhichKindsThereAreAndWithoutAnybodyWhoSendsThereIsNoKey() {
        assertThat(json(client.get("/api/v10/push/key", token))
                        .path("application_server_key")
                        .isNull())
                .isTrue();
        assertThat(json(client.get("/api/v10/push/key", token)).path("providers"))
                .extracting(JsonNode::asText)
                .containsExactly("webpush", "unifiedpush", "fcm");
    }

    private HttpResponse<String> register(String provider, String address, String key, String auth) {
        return send(
                "POST",
                "{\"provider\":\"" + provider + "\",\"token\":\"" + address + "\",\"keys\":{\"p256dh\":\"" + key
                        + "\",\"auth\":\"" + auth + "\"}}");
    }

    private HttpResponse<String> send(String method, String body) {
        return client.send(method, "/api/v10/users/@me/devices", token, body);
    }
}
