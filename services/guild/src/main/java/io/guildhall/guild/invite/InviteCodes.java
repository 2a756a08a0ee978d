package io.guildhall.guild.invite;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Makes codes that nobody can guess: 8 of 62 characters, some 47 bits. */
@Singleton
public class InviteCodes {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 8;

    private final SecureRandom random = new SecureRandom();

    public String next() {
        return random.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(index -> ALPHABET.substring(index, index + 1))
                .collect(Collectors.joining());
    }
}
