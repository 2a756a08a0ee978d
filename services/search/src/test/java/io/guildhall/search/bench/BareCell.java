package io.guildhall.search.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.messageindex.elasticsearch.Cell;
import io.guildhall.messageindex.elasticsearch.ElasticsearchIndex;
import io.guildhall.model.payload.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A cell as somebody talks to it who knows nothing of Guildhall. */
final class BareCell {
    private static final String INDEX = "bare";
    private static final int FIRST_FAILURE = 300;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;

    BareCell(URI address) {
        this.address = address;
    }

    /** An index of the same shape as Guildhall's. */
    void makeIndex() {
        try (Cell cell = new Cell(address)) {
            new ElasticsearchIndex(cell, INDEX, 0).close();
        }
    }

    /** All of it must be new. */
    void bulk(String lines) {
        JsonNode answer = ask("POST", "/" + INDEX + "-writing/_bulk?require_alias=true", "application/x-ndjson", lines);
        if (answer.path("errors").asBoolean()) {
            throw new IllegalStateException("the cell refused some");
        }
    }

    /** @return how many there are */
    long search(String index, String body) {
        return ask("POST", "/" + index + "/_search", "application/json", body)
                .at("/hits/total/value")
                .asLong();
    }

    /** Bytes on disk, with nothing left in memory and what was written in several pieces brought together. */
    long bytes(String indexes) {
        ask("POST", "/" + indexes + "/_forcemerge?max_num_segments=1", "application/json", "");
        ask("POST", "/" + indexes + "/_flush", "application/json", "");
        return ask("GET", "/" + indexes + "/_stats/store", "application/json", "")
                .at("/_all/primaries/store/size_in_bytes")
                .asLong();
    }

    private JsonNode ask(String method, String path, String type, String body) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= FIRST_FAILURE) {
                throw new IllegalStateException(method + " " + path + ": " + answer.body());
            }
            return Json.parse(answer.body());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException ends) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ends);
        }
    }
}
