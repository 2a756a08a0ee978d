package io.guildhall.identity.oauth2;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Proof key for code exchange, RFC 7636, with S256: plain verifiers would protect nothing. */
public final class CodeChallenge {
    /** What S256 makes of any verifier. */
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    private CodeChallenge() {}

    public static boolean isOne(String challenge) {
        return CHALLENGE.matcher(challenge).matches();
    }

    /** True when the verifier is what the challenge was made of, and when there is neither. */
    static boolean fits(Optional<String> challenge, Optional<String> verifier) {
        if (challenge.isEmpty() || verifier.isEmpty()) {
            return challenge.isEmpty() && verifier.isEmpty();
        }
        return VERIFIER.matcher(verifier.get()).matches()
                && MessageDigest.isEqual(
                        of(verifier.get()).getBytes(US_ASCII), challenge.get().getBytes(US_ASCII));
    }

    /** The challenge that a verifier meets. */
    static String of(String verifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(verifier));
    }
}
