package io.guildhall.model.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How whoever runs the instance shows it to the API: who can read the cluster's secret can do everything anyway. A token is good for a minute,
 * and there is nothing to keep, to lose or to guess: the first administrator is named with one.
 */
public final class OperatorTokens {
    /** What stands before the token in the header. */
    public static final String SCHEME = "Operator";

    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final Clock clock;

    /** @param secret of the whole cluster, from which the key for this one purpose is derived */
    public OperatorTokens(String secret, Clock clock) {
        this.key = new SecretKeySpec(
                hash(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM), "tokens of the operator"), ALGORITHM);
        this.clock = clock;
    }

    /** A token from now on. */
    public String make() {
        return signed(Long.toString(clock.millis()));
    }

    /** Whether it was made with the secret, within the last minute. Clocks of two machines may differ by as much. */
    public boolean good(String token) {
        int dot = token.indexOf('.');
        if (dot < 1 || dot > 18 || !token.substring(0, dot).chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return false;
        }
        String made = token.substring(0, dot);
        boolean ours = MessageDigest.isEqual(signed(made).getBytes(US_ASCII), token.getBytes(UTF_8));
        return ours && Math.abs(clock.millis() - Long.parseLong(made)) <= LIFE.toMillis();
    }

    private String signed(String made) {
        return made + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(hash(key, made));
    }

    private static byte[] hash(SecretKeySpec key, String content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(content.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
