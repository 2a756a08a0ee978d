package io.guildhall.messageindex.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTest {
    private final List<List<String>> logins = new ArrayList<>();
    private int status = 200;
    private String answer = "{}";
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            List<String> login = exchange.getRequestHeaders().get("Authorization");
            logins.add(login == null ? List.of() : login);
            byte[] body = answer.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
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

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 408})
    void anAnswerThatSaysNothingOfTheRequestIsNoRefusal(int failure) {
        status = failure;
        answer = "<html>not for you</html>";

        try (Cell cell = new Cell(address())) {
            assertThatThrownBy(() -> cell.bulk("/messages-1-writing/_bulk", ""))
                    .isExactlyInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void whatIsNotThereIsRemovedAlready() {
        status = 404;
        answer = "{\"_index\":\"messages-1\",\"_id\":\"b5\",\"result\":\"not_found\"}";

        try (Cell cell = new Cell(address())) {
            assertThatCode(() -> cell.remove("/messages-1/_doc/b5")).doesNotThrowAnyException();
        }
    }

    @Test
    void nothingIsRemovedFromAnIndexThatIsNotThere() {
        status = 404;
        answer = "{\"error\":{\"type\":\"index_not_found_exception\"},\"status\":404}";

        try (Cell cell = new Cell(address())) {
            assertThatThrownBy(() -> cell.remove("/messages-1/_doc/b5")).isInstanceOf(IndexGoneException.class);
        }
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }
}
