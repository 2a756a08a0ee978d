package io.guildhall.search.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What a node counts, as Prometheus reads it. */
record NodeMetrics(HttpClient http, URI address) {
    NodeMetrics(URI address) {
        this(HttpClient.newHttpClient(), address);
    }

    /** Of all lines of this name together; 0 while there is none. */
    double value(String name) throws InterruptedException {
        try {
            return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
