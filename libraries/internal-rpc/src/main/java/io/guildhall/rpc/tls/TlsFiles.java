package io.guildhall.rpc.tls;

import io.guildhall.rpc.config.ClusterConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where a node finds its certificate (the chain, its own first), the private key that belongs to it, and the certificates
 * of the authority that signs the certificates of all nodes.
 */
public record TlsFiles(Path certificate, Path key, Path authority) {
    /** What the files hold, read one after the other: a moment in the middle of a renewal may give a mixture. */
    record Contents(String certificate, String key, String authority) {}

    /**
     * The files that are set, or empty when none is.
     *
     * @throws IllegalStateException when only some are set: half a protection is a mistake
     */
    public static Optional<TlsFiles> of(ClusterConfig.Tls config) {
        List<Optional<Path>> all = List.of(config.certificate(), config.key(), config.authority());
        if (all.stream().allMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        if (all.stream().anyMatch(Optional::isEmpty)) {
            throw new IllegalStateException("guildhall.cluster.tls.certificate, .key and .authority belong together:"
                    + " set all three, or none for calls without TLS");
        }
        return Optional.of(new TlsFiles(
                config.certificate().get(),
                config.key().get(),
                config.authority().get()));
    }

    Contents read() throws IOException {
        return new Contents(Files.readString(certificate), Files.readString(key), Files.readString(authority));
    }
}
