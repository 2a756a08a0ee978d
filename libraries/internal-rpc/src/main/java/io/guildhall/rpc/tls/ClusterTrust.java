package io.guildhall.rpc.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jboss.logging.Logger;

/**
 * Takes certificates that the cluster's authority signed and that carry the cluster's name as a DNS name. Where the
 * other end runs does not matter: nodes announce addresses that no certificate could name beforehand. The name keeps
 * out what else the same authority may have signed.
 */
final class ClusterTrust extends X509ExtendedTrustManager {
    private static final Logger LOG = Logger.getLogger(ClusterTrust.class);
    private static final int DNS_NAME = 2;

    private final CurrentIdentity current;
    private final String name;

    ClusterTrust(CurrentIdentity current, String name) {
        this.current = current;
        this.name = name;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        try {
            current.get().authority().checkClientTrusted(chain, kind);
            requireName(chain[0]);
        } catch (CertificateException refused) {
            LOG.warnf("Refused a caller that shows a certificate of %s: %s", subject(chain), refused.getMessage());
            throw refused;
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        try {
            current.get().authority().checkServerTrusted(chain, kind);
            requireName(chain[0]);
        } catch (CertificateException refused) {
            LOG.warnf("Not calling a node that shows a certificate of %s: %s", subject(chain), refused.getMessage());
            throw refused;
        }
    }

    private void requireName(X509Certificate certificate) throws CertificateException {
        Collection<List<?>> names = certificate.getSubjectAlternativeNames();
        boolean named = names != null
                && names.stream()
                        .anyMatch(entry -> entry.get(0).equals(DNS_NAME)
                                && entry.get(1).toString().equalsIgnoreCase(name));
        if (!named) {
            throw new CertificateException("it does not carry the DNS name " + name);
        }
    }

    private static String subject(X509Certificate[] chain) {
        return chain.length == 0 ? "nobody" : chain[0].getSubjectX500Principal().getName();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine) throws CertificateException {
        checkClientTrusted(chain, kind);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine) throws CertificateException {
        checkServerTrusted(chain, kind);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket) throws CertificateException {
        checkClientTrusted(chain, kind);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket) throws CertificateException {
        checkServerTrusted(chain, kind);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return current.get().authority().getAcceptedIssuers();
    }
}
