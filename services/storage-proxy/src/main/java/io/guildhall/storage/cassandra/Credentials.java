package io.guildhall.storage.cassandra;

import static java.util.Objects.requireNonNull;

/** Name and password of a database role. Never printed. */
public record Credentials(String username, String password) {
    public Credentials {
        requireNonNull(username, "username is null");
        requireNonNull(password, "password is null");
    }

    @Override
    public String toString() {
        return "Credentials[" + username + "]";
    }
}
