package io.guildhall.push.fcm;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.guildhall.model.payload.Json;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.StreamResetException;
import io.vertx.core.tracing.TracingPolicy;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** One connection of HTTP/2 to each host of Google's, with so many requests under way on it. */
final class GoogleClient implements AutoCloseable {
    /** The code of HTTP/2 for what a server did not look at (RFC 9113, 8.7). */
    private static final long REFUSED_STREAM = 7;

    /** A request never left, or was not looked at: it may be sent again. */
    static final class NotSentException extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotSentException(Throwable cause) {
            super(cause);
        }
    }

    /** @param retryAfter as the header of that name has it, or empty */
    record Answer(int status, String retryAfter, String body) {
        /** Missing when the body is none. */
        JsonNode json() {
            try {
                return Json.MAPPER.readTree(body);
            } catch (JacksonException none) {
                return MissingNode.getInstance();
            }
        }
    }

    private final HttpClient client;
    private final Duration timeout;

    /**
     * @param encrypted false for a server of one's own on this machine
     * @param timeout for a connection, and then for an answer
     */
    GoogleClient(Vertx vertx, int inFlight, boolean encrypted, Duration timeout) {
        this.timeout = timeout;
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setProtocolVersion(HttpVersion.HTTP_2)
                        .setUseAlpn(encrypted)
                        .setSsl(encrypted)
                        .setHttp2ClearTextUpgrade(false)
                        .setHttp2MultiplexingLimit(inFlight)
                        .setTracingPolicy(TracingPolicy.IGNORE),
                new PoolOptions().setHttp2MaxSize(1));
    }

    CompletionStage<Answer> post(URI address, Map<String, String> headers, String body) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(address.toString())
                .setConnectTimeout(timeout.toMillis())
                .setIdleTimeout(timeout.toMillis());
        headers.forEach(options::putHeader);
        return client.request(options)
                .recover(failure -> Future.failedFuture(new NotSentException(failure)))
                .compose(request -> exchange(request, body))
                .toCompletionStage();
    }

    private static Future<Answer> exchange(HttpClientRequest request, String body) {
        return request.send(Buffer.buffer(body))
                .compose(GoogleClient::read)
                .recover(failure -> Future.failedFuture(
                        failure instanceof StreamResetException reset && reset.getCode() == REFUSED_STREAM
                                ? new NotSentException(failure)
                                : failure));
    }

    private static Future<Answer> read(HttpClientResponse response) {
        return response.body()
                .map(body -> new Answer(
                        response.statusCode(),
                        Optional.ofNullable(response.getHeader("Retry-After")).orElse(""),
                        body.toString()));
    }

    @Override
    public void close() {
        client.close();
    }
}
