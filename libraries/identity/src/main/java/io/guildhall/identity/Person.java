package io.guildhall.identity;

import java.util.Optional;

/**
 * Somebody who has an account and is to prove something.
 *
 * @param email in lower case; empty when the account has none
 * @param passwordMark says that the password is another, and nothing of it
 */
public record Person(
        long userId,
        String username,
        Optional<String> email,
        boolean verified,
        boolean secondFactor,
        String locale,
        String passwordMark) {}
