package io.guildhall.observability.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthCheckTest {
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/q/health/live", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.start();
        System.setProperty("quarkus.management.host", "0.0.0.0");
        System.setProperty(
                "quarkus.management.port", String.valueOf(server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        server.stop(0);
        System.clearProperty("quarkus.management.host");
        System.clearProperty("quarkus.management.port");
    }

    @Test
    void endsWellWhenTheServiceAnswers200() {
        assertThat(HealthCheck.run("healthcheck", "live")).isZero();
    }

    @Test
    void asksForReadinessUnlessToldOtherwise() {
        assertThat(HealthCheck.run("healthcheck")).isOne();
    }

    @Test
    void endsBadlyWhenNobodyListens() {
        server.stop(0);

        assertThat(HealthCheck.run("healthcheck", "live")).isOne();
    }

    @Test
    void leavesOtherArgumentsToTheService() {
        assertThat(HealthCheck.isAskedFor()).isFalse();
        assertThat(HealthCheck.isAskedFor("serve")).isFalse();
        assertThat(HealthCheck.isAskedFor("healthcheck")).isTrue();
    }
}
