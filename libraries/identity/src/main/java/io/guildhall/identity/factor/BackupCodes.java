package io.guildhall.identity.factor;

import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Codes for whoever has lost the phone: forty random bits each, good once. */
final class BackupCodes {
    static final int LENGTH = 8;

    private static final int COUNT = 10;
    /** No letters and digits that look alike. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private final SecureRandom random = new SecureRandom();

    List<String> renew() {
        return Stream.generate(this::one).limit(COUNT).toList();
    }

    private String one() {
        return random.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
                .collect(Collectors.joining());
    }
}
