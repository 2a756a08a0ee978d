package io.guildhall.messageindex.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CellTest {
    private final List<List<String>> logins = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            List<String> login = exchange.getRequestHeaders().get("Authorization");
            logins.add(login == null ? List.of() : login);
            byte[] answer = "{}".getBytes(UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void whoLogsInDoesSoWithEveryRequest() {
        try (Cell cell = new Cell(address(), Optional.of(new CellLogin("ann", "sécret")))) {
            cell.call("GET", "/", null);
            cell.bulk("/_bulk", "");
        }

        assertThat(logins).containsExactly(List.of("Basic YW5uOnPDqWNyZXQ="), List.of("Basic YW5uOnPDqWNyZXQ="));
    }

    @Test
    void whoDoesNotLogInSaysNothingOfIt() {
        try (Cell cell = new Cell(address())) {
            cell.call("GET", "/", null);
        }

        assertThat(logins).containsExactly(List.of());
    }

    @Test
    void theLogDoesNotSayThePassword() {
        assertThat(new CellLogin("ann", "secret")).hasToString("ann");
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }
}
