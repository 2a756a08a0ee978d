package io.guildhall.rpc.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** An authority for tests, made with the JDK's keytool. */
final class Authority {
    private static final String PASSWORD = "only-for-tests";
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final Path directory;
    private final Path store;

    Authority(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
        store = directory.resolve("store.p12");
        keytool("-genkeypair", "-alias", "authority", "-dname", "CN=authority", "-keyalg", "EC", "-ext", "bc:c");
    }

    /** A node's three files, with a certificate that carries this DNS name. */
    TlsFiles issue(String node, String dnsName) throws IOException, GeneralSecurityException {
        return issue(node, dnsName, "EC");
    }

    TlsFiles issue(String node, String dnsName, String algorithm) throws IOException, GeneralSecurityException {
        keytool(
                "-genkeypair",
                "-alias",
                node,
                "-dname",
                "CN=" + node,
                "-keyalg",
                algorithm,
                "-signer",
                "authority",
                "-ext",
                "san=dns:" + dnsName);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stored = Files.newInputStream(store)) {
            keys.load(stored, PASSWORD.toCharArray());
        }
        TlsFiles files = new TlsFiles(
                directory.resolve(node + ".crt"), directory.resolve(node + ".key"), directory.resolve("ca.crt"));
        StringBuilder chain = new StringBuilder();
        for (Certificate certificate : keys.getCertificateChain(node)) {
            chain.append(pem("CERTIFICATE", certificate.getEncoded()));
        }
        Files.writeString(files.certificate(), chain);
        Files.writeString(
                files.key(),
                pem("PRIVATE KEY", keys.getKey(node, PASSWORD.toCharArray()).getEncoded()));
        Files.writeString(
                files.authority(),
                pem("CERTIFICATE", keys.getCertificate("authority").getEncoded()));
        return files;
    }

    private static String pem(String kind, byte[] encoded) {
        return "-----BEGIN " + kind + "-----\n" + LINES.encodeToString(encoded) + "\n-----END " + kind + "-----\n";
    }

    private void keytool(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.add("-J-XX:TieredStopAtLevel=1");
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD, "-validity", "2"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        try {
            if (process.waitFor() != 0) {
                throw new IOException("keytool failed: " + output);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopping);
        }
    }
}
