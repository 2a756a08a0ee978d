package io.guildhall.rpc.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/** Shows the node's current certificate on both ends of a connection. There is only one, so there is nothing to choose. */
final class IdentityKeys extends X509ExtendedKeyManager {
    private static final String ONLY = "node";

    private final CurrentIdentity current;

    IdentityKeys(CurrentIdentity current) {
        this.current = current;
    }

    @Override
    public String chooseEngineClientAlias(String[] keyTypes, Principal[] issuers, SSLEngine engine) {
        return aliasFor(keyTypes);
    }

    @Override
    public String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
        return aliasFor(keyType);
    }

    @Override
    public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
        return aliasFor(keyTypes);
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return aliasFor(keyType);
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return new String[] {ONLY};
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        return new String[] {ONLY};
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return current.get().chainArray();
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return current.get().key();
    }

    /** The other end says what kinds of keys it can check; a kind of another name would break the handshake later. */
    private String aliasFor(String... keyTypes) {
        String own = current.get().key().getAlgorithm();
        boolean fits = Arrays.stream(keyTypes).anyMatch(type -> type.startsWith(own));
        return fits ? ONLY : null;
    }
}
