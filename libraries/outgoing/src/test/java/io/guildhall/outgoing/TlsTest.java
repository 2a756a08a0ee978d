package io.guildhall.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guildhall.outgoing.OutgoingException.Reason;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The certificate has to be that of the name in the address, whatever address was connected to. */
class TlsTest {
    private static final String PASSWORD = "password";

    @TempDir
    Path directory;

    @Test
    void aServerIsKnownByItsNameAndToldIt() throws Exception {
        PfxOptions certificate = certificateOf("bot.example");
        Vertx vertx = Vertx.vertx();
        HttpServer server = vertx.createHttpServer(
                        new HttpServerOptions().setSsl(true).setSni(true).setKeyCertOptions(certificate))
                .requestHandler(
                        request -> request.response().end(request.connection().indicatedServerName()))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        try (Outside outside = new Outside(
                Map.of("guildhall.outgoing.internal-networks", "127.0.0.1"),
                new HttpClientOptions().setTrustOptions(certificate))) {
            outside.name("bot.example", "127.0.0.1");
            outside.name("other.example", "127.0.0.1");

            assertThat(outside.get("https://bot.example:" + server.actualPort() + "/")
                            .body())
                    .asString()
                    .isEqualTo("bot.example");
            assertThat(catchThrowableOfType(
                                    OutgoingException.class,
                                    () -> outside.get("https://other.example:" + server.actualPort() + "/"))
                            .reason())
                    .isEqualTo(Reason.UNREACHABLE);
        } finally {
            vertx.close();
        }
    }

    private PfxOptions certificateOf(String host) throws Exception {
        Path file = directory.resolve("server.p12");
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "SAN=dns:" + host,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
        return new PfxOptions().setPath(file.toString()).setPassword(PASSWORD);
    }
}
