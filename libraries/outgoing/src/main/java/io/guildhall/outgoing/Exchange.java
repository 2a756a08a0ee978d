package io.guildhall.outgoing;

import io.guildhall.outgoing.OutgoingException.Reason;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One request to one address that has been checked, and its answer as it comes in. */
final class Exchange {
    private final URI url;
    private final Bounds bounds;
    private final ByteBudget budget;
    private final CompletableFuture<OutgoingAnswer> done = new CompletableFuture<>();
    private final Buffer body = Buffer.buffer();
    private HttpClientRequest request;
    private boolean over;
    private int held;

    Exchange(URI url, Bounds bounds, ByteBudget budget) {
        this.url = url;
        this.bounds = bounds;
        this.budget = budget;
    }

    /** Blocks until the answer is there, or the time is over. */
    OutgoingAnswer run(HttpClient client, RequestOptions options, byte[] content, long nanos) throws OutgoingException {
        client.request(options)
                .onSuccess(opened -> send(opened, content))
                .onFailure(failure -> done.completeExceptionally(new OutgoingException(Reason.UNREACHABLE, failure)));
        try {
            return done.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new OutgoingException(Reason.TIMEOUT, "no answer of " + url.getHost() + " in time");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof OutgoingException known
                    ? known
                    : new OutgoingException(Reason.BROKEN, failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new OutgoingException(Reason.BROKEN, stopped);
        } finally {
            end();
        }
    }

    private void send(HttpClientRequest opened, byte[] content) {
        if (!begin(opened)) {
            opened.reset();
            return;
        }
        // Without a handler each failure, our own resets among them, would be logged as an error of this process.
        opened.exceptionHandler(done::completeExceptionally);
        (content.length == 0 ? opened.send() : opened.send(Buffer.buffer(content)))
                .onSuccess(this::receive)
                .onFailure(done::completeExceptionally);
    }

    /** False when nobody waits any more. */
    private synchronized boolean begin(HttpClientRequest opened) {
        request = opened;
        return !over;
    }

    /** A connection on which the answer did not end is closed: nobody reads the rest. */
    private synchronized void end() {
        over = true;
        budget.give(held);
        held = 0;
        if (request != null && (!done.isDone() || done.isCompletedExceptionally() || isCut())) {
            request.reset();
        }
    }

    private boolean isCut() {
        return bounds.cut() && body.length() >= bounds.maxBytes();
    }

    private void receive(HttpClientResponse response) {
        response.exceptionHandler(done::completeExceptionally);
        response.endHandler(ended -> done.complete(answer(response)));
        response.handler(chunk -> {
            Reason refused = take(chunk);
            if (refused != null) {
                done.completeExceptionally(new OutgoingException(refused, "the answer of " + url.getHost()));
            } else if (isCut()) {
                done.complete(answer(response));
            }
        });
    }

    /** Null when the chunk was taken in. */
    private synchronized Reason take(Buffer chunk) {
        if (over || done.isDone()) {
            return null;
        }
        int room = bounds.maxBytes() - body.length();
        if (chunk.length() > room && !bounds.cut()) {
            return Reason.TOO_LARGE;
        }
        int taken = Math.min(chunk.length(), room);
        if (!budget.take(taken)) {
            return Reason.BUSY;
        }
        held += taken;
        body.appendBuffer(chunk, 0, taken);
        return null;
    }

    private OutgoingAnswer answer(HttpClientResponse response) {
        Map<String, String> headers = new HashMap<>();
        response.headers().forEach((name, value) -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
        return new OutgoingAnswer(url, response.statusCode(), headers, body.getBytes());
    }
}
