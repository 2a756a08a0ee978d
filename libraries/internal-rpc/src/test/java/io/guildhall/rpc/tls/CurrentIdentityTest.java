package io.guildhall.rpc.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.testing.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurrentIdentityTest {
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    @TempDir
    static Path authorities;

    private static TlsFiles issued;
    private static TlsFiles renewed;

    @TempDir
    Path directory;

    private final ManualClock clock = new ManualClock();
    private TlsFiles files;
    private CurrentIdentity current;

    @BeforeAll
    static void issue() throws IOException, GeneralSecurityException {
        Authority authority = new Authority(authorities);
        issued = authority.issue("first", "guildhall-internal");
        renewed = authority.issue("second", "guildhall-internal");
    }

    @BeforeEach
    void install() throws IOException {
        files = new TlsFiles(copied(issued.certificate()), copied(issued.key()), copied(issued.authority()));
        current = new CurrentIdentity(files, INTERVAL, clock);
    }

    @Test
    void usesARenewedCertificateAfterTheInterval() throws IOException {
        replace(renewed.certificate(), files.certificate());
        replace(renewed.key(), files.key());
        assertThat(subject()).isEqualTo("CN=first");

        clock.advance(INTERVAL);

        assertThat(subject()).isEqualTo("CN=second");
    }

    @Test
    void waitsForTheRestOfAHalfRenewal() throws IOException {
        replace(renewed.certificate(), files.certificate());
        clock.advance(INTERVAL);
        assertThat(subject()).isEqualTo("CN=first");

        replace(renewed.key(), files.key());
        clock.advance(INTERVAL);

        assertThat(subject()).isEqualTo("CN=second");
    }

    @Test
    void goesOnWhenTheFilesVanish() throws IOException {
        Files.delete(files.key());
        clock.advance(INTERVAL);

        assertThat(subject()).isEqualTo("CN=first");
    }

    @Test
    void doesNotStartWithTheKeyOfAnotherCertificate() {
        TlsFiles mixed = new TlsFiles(files.certificate(), renewed.key(), files.authority());

        assertThatThrownBy(() -> new CurrentIdentity(mixed, INTERVAL, clock))
                .hasMessageContaining("guildhall.cluster.tls.key is not the certificate's key");
    }

    @Test
    void saysWhichFormAKeyNeeds() throws IOException {
        Files.writeString(files.key(), "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n");

        assertThatThrownBy(() -> new CurrentIdentity(files, INTERVAL, clock))
                .hasMessageContaining("guildhall.cluster.tls.key")
                .hasMessageContaining("PKCS#8");
    }

    @Test
    void doesNotStartWithOnlySomeOfTheFiles() {
        assertThatThrownBy(() -> TlsFiles.of(TlsSettings.of(Map.of("guildhall.cluster.tls.key", "node.key"))))
                .hasMessageContaining("belong together");
    }

    @Test
    void isOffUnlessFilesAreSet() {
        assertThat(TlsFiles.of(TlsSettings.of(Map.of()))).isEmpty();
    }

    private String subject() {
        return current.get().chain().getFirst().getSubjectX500Principal().getName();
    }

    private Path copied(Path file) throws IOException {
        return Files.copy(file, directory.resolve(file.getFileName()));
    }

    private static void replace(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
}
