package io.guildhall.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.guildhall.model.error.ApiException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which passwords an account may have: none that is tried first by whoever guesses. Length is the shape's matter; no mixture of
 * signs is demanded, since that makes passwords no better.
 */
final class PasswordRule {
    /** Fewer different characters than this are a pattern. */
    private static final int FEWEST_DIFFERENT = 4;

    /** Parts of names that are shorter say nothing. */
    private static final int SHORTEST_NAME = 4;

    private static final Set<String> COMMON = common();

    private PasswordRule() {}

    /** @throws ApiException 50035 at {@code field} for a password that is guessed at once */
    static void check(String field, String password, String username) {
        String lower = password.toLowerCase(Locale.ROOT);
        boolean named = username.length() >= SHORTEST_NAME && lower.contains(username.toLowerCase(Locale.ROOT));
        if (named
                || COMMON.contains(stem(lower))
                || lower.chars().distinct().count() < FEWEST_DIFFERENT
                || ordered(lower)) {
            throw ApiException.invalidField(
                    field, "PASSWORD_WEAK", "Password is too easy to guess. Choose another one, such as a few words.");
        }
    }

    /** Without what people put behind a word to make it look longer. */
    private static String stem(String password) {
        String stem = password.replaceAll("[^a-z]+$", "");
        return stem.isEmpty() ? password : stem;
    }

    /** True for a run through the alphabet, the digits or a row of keys, in either direction. */
    private static boolean ordered(String password) {
        String reversed = new StringBuilder(password).reverse().toString();
        return java.util.stream.Stream.of("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiopasdfghjklzxcvbnm")
                .map(row -> row + row)
                .anyMatch(row -> row.contains(password) || row.contains(reversed));
    }

    private static Set<String> common() {
        try (InputStream list = PasswordRule.class.getResourceAsStream("common-passwords.txt");
                BufferedReader reader = new BufferedReader(new InputStreamReader(list, UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
