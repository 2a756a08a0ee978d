package io.guildhall.push.fcm;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.payload.Json;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Google as an application's server meets it, over HTTP/2 without TLS: gives tokens to whoever proves to be the account, takes messages with the token it gave last, and
 * allows so many requests in flight on a connection as it says in its settings.
 */
final class FcmDouble implements AutoCloseable {
    /** @param after the header Retry-After, unless it is empty */
    record Reply(int status, String after, String body) {
        static final Reply TAKEN = new Reply(200, "", "{\"name\":\"projects/hall/messages/1\"}");

        static Reply of(int status, String code) {
            return new Reply(
                    status,
                    "",
                    "{\"error\":{\"code\":" + status
                            + ",\"details\":[{\"@type\":\"type.googleapis.com/google.firebase.fcm.v1.FcmError\",\"errorCode\":\""
                            + code + "\"}]}}");
        }

        Reply after(String seconds) {
            return new Reply(status, seconds, body);
        }
    }

    static final int ALLOWED = 100;

    final List<JsonNode> messages = new CopyOnWriteArrayList<>();
    final AtomicInteger tokens = new AtomicInteger();
    final AtomicInteger mostInFlight = new AtomicInteger();
    volatile Function<JsonNode, Reply> answers = message -> Reply.TAKEN;
    volatile Duration latency = Duration.ZERO;
    volatile boolean givesTokens = true;

    private final AtomicInteger inFlight = new AtomicInteger();
    private final Promise<Void> full = Promise.promise();
    private volatile boolean waitsUntilFull;
    private static final KeyPair KEYS = keys();

    private final Vertx vertx;
    private final HttpServer server;

    FcmDouble(Vertx vertx) throws Exception {
        this.vertx = vertx;
        this.server = vertx.createHttpServer(new HttpServerOptions()
                        .setHttp2ClearTextEnabled(true)
                        .setInitialSettings(new Http2Settings().setMaxConcurrentStreams(ALLOWED)))
                .requestHandler(this::take)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2_048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java has no RSA", missing);
        }
    }

    /** Answers no message before as many as it allows are in flight. */
    void fullFirst() {
        waitsUntilFull = true;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    ServiceAccount account() {
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(KEYS.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        return ServiceAccount.of(Json.object()
                .put("type", "service_account")
                .put("project_id", "hall")
                .put("client_email", "push@hall.example")
                .put("private_key", pem)
                .put("token_uri", address() + "/token")
                .toString());
    }

    private void take(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_2) {
            request.response().setStatusCode(505).end();
            return;
        }
        request.body().onSuccess(body -> {
            if (request.path().equals("/token")) {
                token(request.response(), body.toString());
            } else if (request.path().equals("/v1/projects/hall/messages:send")) {
                message(request, Json.parse(body.toString()));
            } else {
                request.response().setStatusCode(404).end();
            }
        });
    }

    private void token(HttpServerResponse response, String form) {
        String given = URLDecoder.decode(form, StandardCharsets.UTF_8);
        String assertion = given.substring(given.indexOf("assertion=") + "assertion=".length());
        if (!givesTokens || !proves(assertion)) {
            response.setStatusCode(400).end("{\"error\":\"invalid_grant\"}");
            return;
        }
        response.end(Json.object()
                .put("access_token", "access-" + tokens.incrementAndGet())
                .put("expires_in", 3_599)
                .toString());
    }

    private boolean proves(String assertion) {
        try {
            String[] parts = assertion.split("\\.");
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(KEYS.getPublic());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            JsonNode claims = Json.parse(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
            long left = claims.path("exp").asLong() - Instant.now().getEpochSecond();
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]))
                    && claims.path("iss").asText().equals("push@hall.example")
                    && claims.path("aud").asText().equals(address() + "/token")
                    && claims.path("scope").asText().endsWith("/auth/firebase.messaging")
                    && left > 0
                    && left <= 3_600;
        } catch (Exception malformed) {
            return false;
        }
    }

    private void message(HttpServerRequest request, JsonNode body) {
        int now = inFlight.incrementAndGet();
        mostInFlight.accumulateAndGet(now, Math::max);
        Reply reply = request.getHeader("Authorization").equals("Bearer access-" + tokens.get())
                ? answers.apply(body.path("message"))
                : new Reply(401, "", "{\"error\":{\"status\":\"UNAUTHENTICATED\"}}");
        if (reply.status() == 200) {
            messages.add(body.path("message"));
        }
        if (now == ALLOWED) {
            full.tryComplete();
        }
        if (waitsUntilFull) {
            full.future().onSuccess(places -> answerLater(request.response(), reply));
        } else {
            answerLater(request.response(), reply);
        }
    }

    private void answerLater(HttpServerResponse response, Reply reply) {
        if (latency.isZero()) {
            answer(response, reply);
        } else {
            vertx.setTimer(latency.toMillis(), timer -> answer(response, reply));
        }
    }

    private void answer(HttpServerResponse response, Reply reply) {
        inFlight.decrementAndGet();
        if (!reply.after().isEmpty()) {
            response.putHeader("Retry-After", reply.after());
        }
        response.setStatusCode(reply.status()).end(reply.body());
    }

    @Override
    public void close() {
        server.close();
    }
}
