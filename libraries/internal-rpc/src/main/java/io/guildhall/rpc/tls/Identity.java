package io.guildhall.rpc.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** What a node shows to others, and how it tells that the others belong to the same authority. */
record Identity(PrivateKey key, List<X509Certificate> chain, X509TrustManager authority) {
    /** @throws GeneralSecurityException when a file can't be used or the key is not the certificate's */
    static Identity of(TlsFiles.Contents contents) throws GeneralSecurityException, IOException {
        List<X509Certificate> chain = named("certificate", () -> Pem.certificates(contents.certificate()));
        String algorithm = chain.getFirst().getPublicKey().getAlgorithm();
        PrivateKey key = named("key", () -> Pem.key(contents.key(), algorithm));
        requireSame(key, chain.getFirst());
        return new Identity(key, chain, trusting(named("authority", () -> Pem.certificates(contents.authority()))));
    }

    X509Certificate[] chainArray() {
        return chain.toArray(X509Certificate[]::new);
    }

    private static void requireSame(PrivateKey key, X509Certificate certificate) throws GeneralSecurityException {
        String algorithm =
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> key.getAlgorithm();
                };
        byte[] sample = {1, 2, 3};
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(sample);
        byte[] signed = signature.sign();
        signature.initVerify(certificate.getPublicKey());
        signature.update(sample);
        if (!verifies(signature, signed)) {
            throw new GeneralSecurityException("guildhall.cluster.tls.key is not the certificate's key");
        }
    }

    private static boolean verifies(Signature signature, byte[] signed) {
        try {
            return signature.verify(signed);
        } catch (SignatureException ofAnotherKey) {
            return false;
        }
    }

    private static X509TrustManager trusting(List<X509Certificate> authorities)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (int index = 0; index < authorities.size(); index++) {
            store.setCertificateEntry("authority-" + index, authorities.get(index));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private interface Reading<T> {
        T read() throws GeneralSecurityException;
    }

    private static <T> T named(String setting, Reading<T> reading) throws GeneralSecurityException {
        try {
            return reading.read();
        } catch (GeneralSecurityException unusable) {
            throw new GeneralSecurityException(
                    "guildhall.cluster.tls." + setting + " can't be used: " + unusable.getMessage(), unusable);
        }
    }
}
