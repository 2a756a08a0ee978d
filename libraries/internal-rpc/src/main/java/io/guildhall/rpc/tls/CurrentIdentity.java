package io.guildhall.rpc.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * The node's identity as its files have it now. They are looked at when a connection begins, at most once in an interval,
 * so that a renewed certificate is in use soon after without a restart; open connections go on as they are. Files that
 * can't be used, such as a key that was renewed before its certificate, leave the former identity in force until the next look.
 */
final class CurrentIdentity {
    private static final Logger LOG = Logger.getLogger(CurrentIdentity.class);

    private final TlsFiles files;
    private final Duration interval;
    private final Clock clock;
    private TlsFiles.Contents contents;
    private Identity identity;
    private Instant nextLook;

    /** @throws IllegalStateException when the files can't be used: the service must not start */
    CurrentIdentity(TlsFiles files, Duration interval, Clock clock) {
        this.files = files;
        this.interval = interval;
        this.clock = clock;
        this.nextLook = clock.instant().plus(interval);
        try {
            contents = files.read();
            identity = Identity.of(contents);
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalStateException(
                    "The certificates for calls between services can't be used: " + unusable.getMessage(), unusable);
        }
    }

    synchronized Identity get() {
        Instant now = clock.instant();
        if (!now.isBefore(nextLook)) {
            nextLook = now.plus(interval);
            look();
        }
        return identity;
    }

    private void look() {
        try {
            TlsFiles.Contents found = files.read();
            if (!found.equals(contents)) {
                identity = Identity.of(found);
                contents = found;
                LOG.infof(
                        "Calls between services use renewed certificates, valid until %s",
                        identity.chain().getFirst().getNotAfter().toInstant());
            }
        } catch (IOException | GeneralSecurityException unusable) {
            LOG.warnf("Renewed certificates are not used: %s", unusable.getMessage());
        }
    }
}
