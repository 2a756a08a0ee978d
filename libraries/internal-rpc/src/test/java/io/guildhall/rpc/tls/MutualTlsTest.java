package io.guildhall.rpc.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.guildhall.model.rpc.MutinyStorageGrpc;
import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.StorageGrpc;
import io.guildhall.testing.Eventually;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MutualTlsTest {
    private static final String NAME = "guildhall-internal";
    private static final List<Logger> LOGGERS = List.of(
            Logger.getLogger(ClusterTrust.class.getName()), Logger.getLogger(RefusedHandshakes.class.getName()));

    @TempDir
    static Path directory;

    private static Authority authority;
    private static TlsFiles own;
    private static TlsFiles website;
    private static TlsFiles stranger;

    private final LogLines log = new LogLines();
    private Server server;

    @BeforeAll
    static void issue() throws IOException, GeneralSecurityException {
        authority = new Authority(directory.resolve("ours"));
        own = authority.issue("server", NAME);
        website = authority.issue("website", "www.example.com");
        stranger = new Authority(directory.resolve("theirs")).issue("stranger", NAME);
    }

    @BeforeEach
    void startServer() throws IOException {
        LOGGERS.forEach(logger -> logger.addHandler(log));
        server = serverOf(own);
    }

    @AfterEach
    void stop() {
        LOGGERS.forEach(logger -> logger.removeHandler(log));
        server.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA", "Ed25519"})
    void letsNodesOfOneAuthorityTalk(String algorithm) throws IOException, GeneralSecurityException {
        assertThat(call(tls(authority.issue(algorithm, NAME, algorithm)).client()))
                .isEqualTo(ReadReply.getDefaultInstance());
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void refusesACallerWithoutACertificate() throws IOException {
        SslContext bare = GrpcSslContexts.configure(GrpcSslContexts.forClient(), SslProvider.JDK)
                .trustManager(InsecureTrustManagerFactory.INSTANCE)
                .build();

        assertRefused(catchThrowable(() -> call(bare)));
        awaitLine("Refused a caller whose TLS handshake failed");
    }

    @Test
    void refusesACallerThatSpeaksWithoutTls() {
        assertRefused(catchThrowable(() -> call(NettyChannelBuilder::usePlaintext)));
        awaitLine("Refused a caller whose TLS handshake failed");
    }

    @Test
    void refusesACallerOfAnotherAuthority() {
        // It trusts our server, so that only what it shows can be the reason.
        TlsFiles mixed = new TlsFiles(stranger.certificate(), stranger.key(), own.authority());

        assertRefused(catchThrowable(() -> call(tls(mixed).client())));
        awaitLine("Refused a caller", "CN=stranger");
    }

    @Test
    void refusesACallerThatTheAuthorityNamedOtherwise() {
        assertRefused(catchThrowable(() -> call(tls(website).client())));
        awaitLine("CN=website", "does not carry the DNS name " + NAME);
    }

    @Test
    void doesNotCallANodeOfAnotherAuthority() {
        assertRefused(catchThrowable(() -> call(tls(stranger).client())));
        awaitLine("Not calling a node", "CN=server");
    }

    @Test
    void doesNotCallANodeThatTheAuthorityNamedOtherwise() throws IOException {
        server.shutdownNow();
        server = serverOf(website);

        assertRefused(catchThrowable(() -> call(tls(own).client())));
        awaitLine("Not calling a node", "CN=website");
    }

    /** The server may write it a moment after the caller knows. */
    private void awaitLine(String... parts) {
        Eventually.until(
                () -> log.lines().stream().anyMatch(line -> Arrays.stream(parts).allMatch(line::contains)));
    }

    private void assertRefused(Throwable failure) {
        assertThat(failure).isInstanceOf(StatusRuntimeException.class);
        assertThat(((StatusRuntimeException) failure).getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
    }

    private ReadReply call(SslContext context) {
        return call(builder -> builder.sslContext(context));
    }

    private ReadReply call(Consumer<NettyChannelBuilder> protection) {
        NettyChannelBuilder builder = NettyChannelBuilder.forAddress("127.0.0.1", server.getPort());
        protection.accept(builder);
        ManagedChannel channel = builder.build();
        try {
            return StorageGrpc.newBlockingStub(channel).read(ReadRequest.getDefaultInstance());
        } finally {
            channel.shutdownNow();
        }
    }

    private static Server serverOf(TlsFiles files) throws IOException {
        return NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
                .addService(new EmptyPages())
                .sslContext(tls(files).server())
                .build()
                .start();
    }

    private static ClusterTls tls(TlsFiles files) {
        return ClusterTls.of(TlsSettings.of(files), Clock.systemUTC()).orElseThrow();
    }

    private static final class EmptyPages extends MutinyStorageGrpc.StorageImplBase {
        @Override
        public Uni<ReadReply> read(ReadRequest request) {
            return Uni.createFrom().item(ReadReply.getDefaultInstance());
        }
    }

    private static final class LogLines extends Handler {
        private final List<String> lines = new ArrayList<>();

        private synchronized List<String> lines() {
            return List.copyOf(lines);
        }

        @Override
        public synchronized void publish(LogRecord line) {
            lines.add(
                    line instanceof org.jboss.logmanager.ExtLogRecord extended
                            ? extended.getFormattedMessage()
                            : line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
