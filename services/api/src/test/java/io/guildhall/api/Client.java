package io.guildhall.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.payload.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** Speaks to the server under test as client libraries do. */
final class Client {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String root;

    Client(URI server) {
        String text = server.toString();
        this.root = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    HttpResponse<String> send(String method, String path, String token, String json, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path))
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (token != null) {
            request.header("Authorization", token);
        }
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        for (int index = 0; index < headers.length; index += 2) {
            request.setHeader(headers[index], headers[index + 1]);
        }
        return send(request.build());
    }

    HttpResponse<String> get(String path, String token) {
        return send("GET", path, token, null);
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path));
    }

    /** Registers a person and returns the token. */
    String person(String name) {
        return json(send(
                        "POST",
                        "/api/v10/auth/register",
                        null,
                        "{\"username\":\"" + name + "\",\"password\":\"correct horse\"}"))
                .path("token")
                .asText();
    }

    static JsonNode json(HttpResponse<String> response) {
        return Json.parse(response.body());
    }
}
