package io.guildhall.api.registration;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.guildhall.identity.TokenConfig;
import io.guildhall.identity.instance.Records;
import io.guildhall.identity.mac.KeyedHash;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.catalogue.InstanceRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;

/**
 * Work that a client does before it makes an account: it finds a text whose SHA-256 hash, behind the challenge and a colon, begins with so many
 * zero bits. A challenge is signed and kept nowhere before it is solved; a solved one is good once.
 */
@ApplicationScoped
public class ProofOfWork {
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int NONCE = 12;

    private final KeyedHash hash;
    private final Records records;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Inject
    public ProofOfWork(TokenConfig config, Records records, Clock clock) {
        this.hash = KeyedHash.of(config.secret(), "challenges of registrations");
        this.records = records;
        this.clock = clock;
    }

    /** A challenge for this address. */
    public String challenge(String address) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        return signed(clock.millis() + "." + text(nonce), address);
    }

    /** Whether this address was given the challenge, lately, and has solved it; never twice. */
    public boolean solved(String challenge, String address, String solution, int bits) {
        return ours(challenge, address)
                && zeros(sha256(challenge + ":" + solution)) >= bits
                && records.addFor((int) LIFE.toSeconds() * 2, InstanceRecords.CHALLENGES, challenge, Json.object());
    }

    private boolean ours(String challenge, String address) {
        String[] parts = challenge.split("\\.", -1);
        if (parts.length != 3 || !parts[0].matches("[0-9]{1,18}")) {
            return false;
        }
        String again = signed(parts[0] + "." + parts[1], address);
        return MessageDigest.isEqual(again.getBytes(US_ASCII), challenge.getBytes(UTF_8))
                && clock.millis() - Long.parseLong(parts[0]) <= LIFE.toMillis();
    }

    private String signed(String content, String address) {
        return content + "." + text(hash.of((content + " " + address).getBytes(UTF_8)));
    }

    private static int zeros(byte[] hash) {
        int zeros = 0;
        for (byte next : hash) {
            int here = Integer.numberOfLeadingZeros(next & 0xff) - 24;
            zeros += here;
            if (here < Byte.SIZE) {
                return zeros;
            }
        }
        return zeros;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
