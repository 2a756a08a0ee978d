package io.guildhall.rpc.tls;

import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Says in one line that a caller's handshake failed: one without TLS, or without any certificate, never gets as far as {@link
 * ClusterTrust}. gRPC tells of it only in its debug output, which stays out of the log otherwise.
 */
final class RefusedHandshakes implements Filter {
    /** Held here, since the system forgets the settings of a logger that nobody holds. */
    private static final Logger NEGOTIATIONS = Logger.getLogger("io.grpc.netty.ProtocolNegotiators");

    private static final org.jboss.logging.Logger LOG = org.jboss.logging.Logger.getLogger(RefusedHandshakes.class);

    private RefusedHandshakes() {}

    static void tell() {
        NEGOTIATIONS.setLevel(Level.FINE);
        NEGOTIATIONS.setFilter(new RefusedHandshakes());
    }

    @Override
    public boolean isLoggable(LogRecord line) {
        if (line.getMessage() != null && line.getMessage().contains("TLS negotiation failed")) {
            LOG.warn(
                    "Refused a caller whose TLS handshake failed: it speaks without TLS, or shows no certificate of this cluster");
        }
        return line.getLevel().intValue() >= Level.INFO.intValue();
    }
}
