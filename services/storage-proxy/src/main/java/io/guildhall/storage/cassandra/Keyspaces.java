package io.guildhall.storage.cassandra;

import java.util.regex.Pattern;

/** What a keyspace may be called, so that its name can stand in CQL as it is. */
final class Keyspaces {
    private static final Pattern VALID = Pattern.compile("[a-z][a-z0-9_]{0,47}");

    private Keyspaces() {}

    /** @throws IllegalArgumentException with a sentence that says what is wrong */
    static String requireValid(String keyspace) {
        if (!VALID.matcher(keyspace).matches()) {
            throw new IllegalArgumentException("\"" + keyspace
                    + "\" is no keyspace: use up to 48 lower-case letters, digits and underscores, a letter first.");
        }
        return keyspace;
    }
}
