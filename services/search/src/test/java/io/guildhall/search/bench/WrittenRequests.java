package io.guildhall.search.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.guildhall.messageindex.Change;
import io.guildhall.messageindex.elasticsearch.Cell;
import io.guildhall.messageindex.elasticsearch.ElasticsearchIndex;
import io.guildhall.messageindex.query.SearchQuery;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;

/** What an index asks of its cell, ready to be asked by somebody else: a cell that notes requests and has nothing. */
final class WrittenRequests implements AutoCloseable {
    private static final int DONE = 200;
    private static final int NO_BODY = -1;
    private static final byte[] NOTHING =
            "{\"items\":[],\"docs\":[],\"hits\":{\"hits\":[],\"total\":{\"value\":0}}}".getBytes(UTF_8);

    private final HttpServer server;
    private final ElasticsearchIndex index;
    private volatile String last = "";

    WrittenRequests() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::note);
        server.start();
        index = new ElasticsearchIndex(
                new Cell(URI.create("http://127.0.0.1:" + server.getAddress().getPort())), "noted", 0);
    }

    /** The lines of the request with which these changes are written. */
    String bulk(List<Change> changes) {
        index.apply(changes);
        return last;
    }

    String search(SearchQuery query) {
        index.search(query);
        return last;
    }

    private void note(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("_bulk") || path.endsWith("_search")) {
            last = body;
        }
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(DONE, NO_BODY);
        } else {
            exchange.sendResponseHeaders(DONE, NOTHING.length);
            exchange.getResponseBody().write(NOTHING);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
