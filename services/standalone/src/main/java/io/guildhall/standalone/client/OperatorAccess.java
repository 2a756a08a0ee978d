package io.guildhall.standalone.client;

import io.guildhall.model.identity.OperatorTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * How a command shows that it may administer the instance: by the token of an administrator, where {@code GUILDHALL_ADMIN_TOKEN} has one; else by
 * the cluster's secret, of {@code GUILDHALL_CLUSTER_SECRET} or the data directory, which only whoever runs the instance can read.
 */
record OperatorAccess(Map<String, String> environment, Path data, Clock clock) {
    private static final String SECRET_FILE = "cluster.secret";

    /** What the Authorization header says; new for each request, as it is good for a minute. */
    String header() throws IOException {
        String token = environment.getOrDefault("GUILDHALL_ADMIN_TOKEN", "");
        if (!token.isEmpty()) {
            return token;
        }
        return OperatorTokens.SCHEME + " " + new OperatorTokens(secret(), clock).make();
    }

    private String secret() throws IOException {
        String given = environment.getOrDefault("GUILDHALL_CLUSTER_SECRET", "");
        if (!given.isEmpty()) {
            return given;
        }
        try {
            return Files.readString(data.resolve(SECRET_FILE)).strip();
        } catch (NoSuchFileException absent) {
            throw new IllegalArgumentException(data + " is no instance's data directory; name it with --data, or set"
                    + " GUILDHALL_CLUSTER_SECRET or GUILDHALL_ADMIN_TOKEN");
        }
    }
}
