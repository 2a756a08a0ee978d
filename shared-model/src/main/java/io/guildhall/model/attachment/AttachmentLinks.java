package io.guildhall.model.attachment;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.ByteString;
import io.guildhall.model.payload.Json;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Addresses of attachments that can't be guessed and that end: {@code ex} and {@code is} say until when and since when an address
 * is good, in seconds since 1970 in hexadecimal, and {@code hm} proves that the instance gave it out.
 *
 * <p>Whoever was shown a message gets addresses that are good for a day. What is stored in a message keeps its proof, so that each
 * time it is shown it can be told from an address that somebody made up, and be given out anew.
 */
public final class AttachmentLinks {
    /** How long an address is good, at least. */
    public static final Duration LIFETIME = Duration.ofHours(24);

    /** All addresses given out within this time are the same, so that browsers find again what they have. */
    private static final Duration STEP = Duration.ofHours(1);

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PATH = "/attachments/[0-9]{1,20}/[0-9]{1,20}/[A-Za-z0-9_-][A-Za-z0-9._-]{0,254}";
    private static final String QUERY = "\\?ex=([0-9a-f]{1,15})&is=([0-9a-f]{1,15})&hm=([0-9a-f]{64})&?";
    private static final Pattern SIGNED = Pattern.compile("(" + PATH + ")" + QUERY);
    private static final Pattern UNSIGNED = Pattern.compile("(.*)(" + PATH + ")(?:\\?.*)?");

    private final SecretKeySpec key;
    private final Clock clock;

    /** @param secret of the whole cluster, from which the key for this one purpose is derived */
    public AttachmentLinks(String secret, Clock clock) {
        this.key = new SecretKeySpec(
                hash(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM), "addresses of attachments"), ALGORITHM);
        this.clock = clock;
    }

    /** An address that is good from now on. What is no address of an attachment stays as it is. */
    public String signed(String url) {
        Matcher matcher = UNSIGNED.matcher(url);
        return matcher.matches() ? matcher.group(1) + withProof(matcher.group(2)) : url;
    }

    /** The JSON with every address in it given out anew that was given out before, however long ago. */
    public ByteString renewed(ByteString json) {
        // Most hold none, and need not be searched.
        return Json.contains(json, "&hm=") ? ByteString.copyFromUtf8(renewed(json.toStringUtf8())) : json;
    }

    /** The text with every address in it given out anew that was given out before. */
    public String renewed(String text) {
        return text.contains("&hm=")
                ? SIGNED.matcher(text)
                        .replaceAll(found ->
                                Matcher.quoteReplacement(proves(found) ? withProof(found.group(1)) : found.group()))
                : text;
    }

    /** A single address given out anew; empty when it was never given out. */
    public Optional<String> renewedAddress(String url) {
        Matcher matcher = SIGNED.matcher(url);
        boolean ours = matcher.find() && matcher.end() == url.length() && proves(matcher.toMatchResult());
        return ours ? Optional.of(url.substring(0, matcher.start()) + withProof(matcher.group(1))) : Optional.empty();
    }

    /** How long this address is still good; zero when it is not. */
    public Duration left(String path, String query) {
        Matcher matcher = SIGNED.matcher(path + "?" + query);
        if (!matcher.matches() || !proves(matcher.toMatchResult())) {
            return Duration.ZERO;
        }
        Duration left = Duration.ofSeconds(Long.parseLong(matcher.group(2), 16)).minusMillis(clock.millis());
        return left.isNegative() ? Duration.ZERO : left;
    }

    private String withProof(String path) {
        long issued = clock.millis() / STEP.toMillis() * STEP.toSeconds();
        String expires = Long.toHexString(issued + LIFETIME.plus(STEP).toSeconds());
        String since = Long.toHexString(issued);
        return path + "?ex=" + expires + "&is=" + since + "&hm=" + proof(path, expires, since) + "&";
    }

    private boolean proves(MatchResult address) {
        String proof = proof(address.group(1), address.group(2), address.group(3));
        return MessageDigest.isEqual(proof.getBytes(US_ASCII), address.group(4).getBytes(US_ASCII));
    }

    private String proof(String path, String expires, String since) {
        return HexFormat.of().formatHex(hash(key, path + "?" + expires + "&" + since));
    }

    private static byte[] hash(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
