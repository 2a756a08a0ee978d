package io.guildhall.rpc;

import io.grpc.Metadata;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** The secret that every service of a cluster shows with every call. Never printed. */
final class ClusterSecret {
    /** Shorter secrets could be guessed. */
    static final int SHORTEST = 32;

    static final Metadata.Key<String> HEADER = Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final String header;

    private ClusterSecret(String secret) {
        header = "Bearer " + secret;
    }

    /** @throws IllegalStateException when there is none or it is too short: the service must not start */
    static ClusterSecret of(Optional<String> configured) {
        String secret = configured
                .map(String::strip)
                .orElseThrow(
                        () -> new IllegalStateException("guildhall.cluster.secret (GUILDHALL_CLUSTER_SECRET) is not"
                                + " set. Every service of the cluster needs the same one."));
        if (secret.length() < SHORTEST) {
            throw new IllegalStateException("guildhall.cluster.secret (GUILDHALL_CLUSTER_SECRET) has " + secret.length()
                    + " characters; it needs at least " + SHORTEST + ".");
        }
        if (!secret.chars().allMatch(character -> character > ' ' && character < 127)) {
            throw new IllegalStateException(
                    "guildhall.cluster.secret (GUILDHALL_CLUSTER_SECRET) may hold printable ASCII characters only.");
        }
        return new ClusterSecret(secret);
    }

    void attach(Metadata headers) {
        headers.put(HEADER, header);
    }

    /** Compares in a time that says nothing about how much of it is right. */
    boolean isIn(Metadata headers) {
        String shown = headers.get(HEADER);
        return shown != null
                && MessageDigest.isEqual(
                        shown.getBytes(StandardCharsets.UTF_8), header.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "ClusterSecret";
    }
}
