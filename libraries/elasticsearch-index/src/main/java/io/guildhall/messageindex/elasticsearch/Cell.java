package io.guildhall.messageindex.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.payload.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** One small Elasticsearch cluster, over HTTP. Threads may share it. */
public final class Cell implements AutoCloseable {
    private static final Duration CONNECTING = Duration.ofSeconds(2);
    private static final Duration ANSWERING = Duration.ofSeconds(30);
    private static final int NOT_FOUND = 404;
    private static final int FIRST_FAILURE = 300;
    private static final String NOTHING_THERE = "\"result\":\"not_found\"";

    private final URI address;
    private final Optional<CellLogin> login;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECTING)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /** @param address of any of its nodes, or of what stands before them; without a path */
    public Cell(URI address) {
        this(address, Optional.empty());
    }

    /** @param login for a cell that answers nobody else */
    public Cell(URI address, Optional<CellLogin> login) {
        this.address = address;
        this.login = login;
    }

    /** @throws UncheckedIOException when it does not answer, or not with success */
    JsonNode call(String method, String path, JsonNode body) {
        return call(
                method,
                path,
                "application/json",
                body == null ? null : Json.bytes(body).toByteArray());
    }

    /** As {@link #call(String, String, JsonNode)}, with lines of JSON. */
    JsonNode bulk(String path, String lines) {
        return call("POST", path, "application/x-ndjson", lines.getBytes(UTF_8));
    }

    /** Whether there is such a thing. */
    boolean has(String path) {
        HttpResponse<String> response = send(request(path).method("HEAD", BodyPublishers.noBody()));
        if (response.statusCode() == NOT_FOUND) {
            return false;
        }
        requireSuccess("HEAD", path, response);
        return true;
    }

    /** Removes a document, if it is there. */
    void remove(String path) {
        HttpResponse<String> response = send(request(path).DELETE());
        if (response.statusCode() != NOT_FOUND || !response.body().contains(NOTHING_THERE)) {
            requireSuccess("DELETE", path, response);
        }
    }

    /** How full it is. @throws UncheckedIOException when it does not answer */
    public CellStatistics statistics() {
        JsonNode all = call("GET", "/_cluster/stats?filter_path=indices.docs.count,indices.store.size_in_bytes", null);
        return new CellStatistics(
                all.at("/indices/docs/count").asLong(),
                all.at("/indices/store/size_in_bytes").asLong());
    }

    @Override
    public void close() {
        client.close();
    }

    private JsonNode call(String method, String path, String type, byte[] body) {
        HttpRequest.Builder request = request(path).header("Content-Type", type);
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        HttpResponse<String> response = send(request);
        requireSuccess(method, path, response);
        return Json.parse(response.body());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).timeout(ANSWERING);
        login.ifPresent(known -> request.header("Authorization", known.header()));
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", stopped));
        }
    }

    /** What it says of a failure may quote what people wrote, so it is not passed on. */
    private static void requireSuccess(String method, String path, HttpResponse<String> response) {
        if (response.statusCode() >= FIRST_FAILURE) {
            throw CellFailure.ofRequest(response.statusCode(), method, path, kind(response.body()));
        }
    }

    private static String kind(String body) {
        return body.startsWith("{") ? Json.parse(body).at("/error/type").asText("") : "";
    }
}
