package io.guildhall.discovery.etcd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.guildhall.discovery.DiscoveryConfig;
import io.guildhall.discovery.etcd.rpc.RangeResponse;
import io.guildhall.testing.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a machine that has much to do a handshake takes longer than any answer. */
class SlowHandshakeTest {
    private static final String PASSWORD = "only-for-tests";
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});
    private static final Duration HANDSHAKE = Duration.ofMillis(2_500);
    private static final Duration QUESTION = Duration.ofSeconds(1);
    private static final int ATTEMPTS = 10;

    @TempDir
    private Path directory;

    private Path certificate;
    private SlowEtcd etcd;

    @BeforeEach
    void start() throws Exception {
        certificate = directory.resolve("etcd.crt");
        Path key = directory.resolve("etcd.key");
        certify(key);
        etcd = new SlowEtcd(certificate, key, HANDSHAKE);
    }

    @AfterEach
    void stop() throws IOException {
        etcd.close();
    }

    @Test
    void aNodeStartsThoughEachHandshakeTakesLongerThanAQuestionMay() {
        DiscoveryConfig config = Settings.of(DiscoveryConfig.class)
                .with(Map.of(
                        "guildhall.discovery.endpoints",
                        address(),
                        "guildhall.discovery.start-timeout",
                        "180s",
                        "guildhall.discovery.lease-ttl",
                        "10s",
                        "guildhall.discovery.request-timeout",
                        QUESTION.toSeconds() + "s",
                        "guildhall.discovery.tls.authority",
                        certificate.toString(),
                        "guildhall.discovery.host",
                        "127.0.0.1"));
        EtcdDiscovery process = new EtcdDiscovery(config, Set.of(), () -> {});
        try {
            process.begin();
            process.await();

            assertThat(process.ready()).isTrue();
            assertThat(etcd.connections()).isGreaterThan(1);
        } finally {
            process.close();
        }
    }

    /** One that is answered says it: of those that spend their time on the handshake none is. The machine may take it from some. */
    @Test
    void whoWaitsForTheConnectionSpendsNoneOfAQuestionsTimeOnIt() throws Exception {
        int asked = 0;
        while (!answersInTime()) {
            asked++;
            assertThat(asked).as("questions without an answer").isLessThan(ATTEMPTS);
        }
    }

    private boolean answersInTime() throws Exception {
        try (EtcdClient client = client()) {
            client.connect(Duration.ofSeconds(30));
            RangeResponse answer = client.list(ByteString.copyFromUtf8("/nodes/"));
            assertThat(answer.getHeader().getRevision()).isEqualTo(1);
            return true;
        } catch (StatusRuntimeException late) {
            assertThat(late.getStatus().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
            return false;
        }
    }

    @Test
    void aConnectionThatTakesTooLongIsGivenUp() {
        try (EtcdClient client = client()) {
            assertThatThrownBy(() -> client.connect(Duration.ofMillis(100)))
                    .isInstanceOf(EtcdException.class)
                    .hasMessageContaining("within 100 ms");
        }
    }

    private EtcdClient client() {
        return new EtcdClient(
                address(), QUESTION, new EtcdTls(Optional.of(certificate), Optional.empty(), Optional.empty()));
    }

    private String address() {
        return "https://localhost:" + etcd.port();
    }

    private void certify(Path key) throws IOException, GeneralSecurityException, InterruptedException {
        Path store = directory.resolve("store.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "etcd",
                        "-dname",
                        "CN=localhost",
                        "-keyalg",
                        "EC",
                        "-ext",
                        "san=dns:localhost",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String output = new String(keytool.getInputStream().readAllBytes());
        assertThat(keytool.waitFor()).as(output).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stored = Files.newInputStream(store)) {
            keys.load(stored, PASSWORD.toCharArray());
        }
        Files.writeString(
                certificate, pem("CERTIFICATE", keys.getCertificate("etcd").getEncoded()));
        Files.writeString(
                key,
                pem("PRIVATE KEY", keys.getKey("etcd", PASSWORD.toCharArray()).getEncoded()));
    }

    private static String pem(String kind, byte[] encoded) {
        return "-----BEGIN " + kind + "-----\n" + LINES.encodeToString(encoded) + "\n-----END " + kind + "-----\n";
    }
}
