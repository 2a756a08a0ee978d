package io.guildhall.tests.bench.push;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.BitSet;
import java.util.concurrent.TimeUnit;

/** A provider of one's own over HTTP/2 without TLS. It counts what comes, and answers at once or after a while. One event loop, so nothing is shared. */
final class PushService implements AutoCloseable {
    private final Vertx vertx;
    private final HttpServer server;
    private final BitSet seen = new BitSet();
    private long pauseMillis;
    private volatile int mostInFlight;
    private volatile int doubled;
    private volatile int requests;
    private int inFlight;

    PushService(Vertx vertx) throws Exception {
        this.vertx = vertx;
        this.server = vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(true))
                .requestHandler(this::take)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    int port() {
        return server.actualPort();
    }

    int mostInFlight() {
        return mostInFlight;
    }

    int doubled() {
        return doubled;
    }

    int requests() {
        return requests;
    }

    /** From now on answers come after so long, and what came before is forgotten. */
    void begin(long answerAfterMillis) {
        pauseMillis = answerAfterMillis;
        seen.clear();
        mostInFlight = 0;
        doubled = 0;
        requests = 0;
    }

    private void take(HttpServerRequest request) {
        inFlight++;
        mostInFlight = Math.max(mostInFlight, inFlight);
        request.body().onSuccess(body -> {
            int number = Integer.parseInt(body.toString());
            if (seen.get(number)) {
                doubled = doubled + 1;
            }
            seen.set(number);
            requests = requests + 1;
            if (pauseMillis == 0) {
                answer(request);
            } else {
                vertx.setTimer(pauseMillis, timer -> answer(request));
            }
        });
    }

    private void answer(HttpServerRequest request) {
        inFlight--;
        request.response().setStatusCode(201).end();
    }

    @Override
    public void close() {
        server.close();
    }
}
