package io.guildhall.standalone.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Behind a proxy it is the client that counts, before anybody knows who it is. */
@QuarkusTest
@TestProfile(VoiceAddressesTest.BehindProxy.class)
class VoiceAddressesTest {
    @TestHTTPResource("/voice")
    URI voice;

    /** An instance with voice, to which a proxy on this machine leads. */
    public static final class BehindProxy implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(new HostileInstance().getConfigOverrides());
            settings.put("guildhall.voice.endpoint", "127.0.0.1:1/voice");
            settings.put("guildhall.voice.port", "0");
            settings.put("guildhall.voice.max-connections-per-address", "2");
            settings.put("guildhall.public.trusted-proxies", "127.0.0.1/32");
            return settings;
        }
    }

    @Test
    void oneClientTakesNotAllConnectionsOfVoice() {
        WebSocket first = connect("192.0.2.1");
        connect("192.0.2.1");
        assertThatThrownBy(() -> connect("192.0.2.1"))
                .satisfies(refused -> assertThat(((WebSocketHandshakeException) refused.getCause())
                                .getResponse()
                                .statusCode())
                        .isEqualTo(503));
        assertThat(connect("192.0.2.2").isInputClosed()).isFalse();
        first.abort();
    }

    /** @throws CompletionException when the handshake is refused */
    private WebSocket connect(String client) {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("X-Forwarded-For", client)
                .buildAsync(URI.create(voice.toString().replaceFirst("^http", "ws")), new WebSocket.Listener() {})
                .join();
    }
}
