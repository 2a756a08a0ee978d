package io.guildhall.tests.bench.push;

import io.guildhall.push.notification.Notification;
import io.guildhall.push.provider.PushAnswer;
import io.guildhall.push.provider.PushProvider;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** One connection of HTTP/2: used bare, and as a provider of the pipeline. */
final class PushClient implements PushProvider {
    private final HttpClient client;
    private final int port;

    PushClient(Vertx vertx, int port) {
        this.port = port;
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setProtocolVersion(HttpVersion.HTTP_2)
                        .setHttp2ClearTextUpgrade(false)
                        .setHttp2MultiplexingLimit(100),
                new PoolOptions().setHttp2MaxSize(1));
    }

    @Override
    public Uni<PushAnswer> send(Notification notification, byte[] content) {
        return Uni.createFrom()
                .completionStage(() -> post(content).toCompletionStage())
                .map(status -> status == 201 ? new PushAnswer.Taken() : new PushAnswer.Refused("answer " + status));
    }

    /** So many requests, always so many of them under way. Blocks until the last is answered. */
    void loop(int count, int inFlight) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(count);
        for (int place = 0; place < inFlight; place++) {
            one(next, count, done);
        }
        done.await();
    }

    private void one(AtomicInteger next, int count, CountDownLatch done) {
        int number = next.getAndIncrement();
        if (number < count) {
            post(Integer.toString(number).getBytes(StandardCharsets.US_ASCII)).onComplete(answer -> {
                done.countDown();
                one(next, count, done);
            });
        }
    }

    private Future<Integer> post(byte[] content) {
        return client.request(HttpMethod.POST, port, "127.0.0.1", "/push")
                .compose(request -> request.send(Buffer.buffer(content)))
                .compose(response -> response.end().map(end -> response.statusCode()));
    }
}
