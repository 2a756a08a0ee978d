package io.guildhall.identity.oauth2;

import io.guildhall.identity.ApplicationAccounts;
import io.guildhall.identity.StorageAccess;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Credentials;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * By which applications prove themselves as clients of OAuth2. The store has hashes alone; since a secret has 192 random bits, a fast hash
 * gives nothing away. Everything here blocks; call it on a virtual thread.
 */
@ApplicationScoped
public class ClientSecrets {
    private static final int BYTES = 24;

    private final StorageAccess storage;
    private final ApplicationAccounts applications;
    private final SecureRandom random = new SecureRandom();

    @Inject
    public ClientSecrets(StorageAccess storage) {
        this.storage = storage;
        this.applications = new ApplicationAccounts(storage);
    }

    /** A new secret of 32 characters; the old one is no good any more. */
    public String renew(long applicationId) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        storage.write(List.of(Write.to(Credentials.TABLE, applicationId)
                        .set(Credentials.CLIENT_SECRET_HASH, hash(secret))
                        .build()))
                .await()
                .indefinitely();
        return secret;
    }

    /** False also for an application that has no secret, is not there, or may not be used. */
    public boolean matches(long applicationId, String secret) {
        return isRight(applicationId, secret) && applications.isUsable(applicationId);
    }

    private boolean isRight(long applicationId, String secret) {
        return storage.row(Read.row(Credentials.TABLE, applicationId))
                .await()
                .indefinitely()
                .flatMap(row -> row.find(Credentials.CLIENT_SECRET_HASH))
                .filter(hash -> MessageDigest.isEqual(Base64.getUrlDecoder().decode(hash), Sha256.of(secret)))
                .isPresent();
    }

    private static String hash(String secret) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(secret));
    }
}
