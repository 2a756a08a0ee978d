package io.guildhall.orchestration.stack;

import io.guildhall.orchestration.commandline.Refusal;
import io.guildhall.orchestration.process.Command;
import io.guildhall.orchestration.workplace.Workplace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** An authority that is made for one stack, and one certificate that all its nodes show, for a week. */
final class Certificates {
    private static final String SECONDS_LEFT = "86400";
    private static final String NEW_KEY = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes";
    private static final String NAMES = "subjectAltName=DNS:guildhall-internal,IP:127.0.0.1\n";

    private final Path directory;
    private final Path log;

    Certificates(StackDirectory stack) {
        this.directory = stack.certificates();
        this.log = stack.log("tls");
    }

    Path authority() {
        return directory.resolve("ca.crt");
    }

    Path certificate() {
        return directory.resolve("node.crt");
    }

    Path key() {
        return directory.resolve("node.key");
    }

    /** Makes them anew when less than a day is left. */
    void make() {
        if (isValid()) {
            return;
        }
        try {
            Files.deleteIfExists(log);
            if (!Files.isDirectory(directory)) {
                Files.createDirectory(directory, StackDirectory.ownersAlone("rwx------"));
            }
            Files.writeString(directory.resolve("node.ext"), NAMES);
            authorise();
            Files.move(directory.resolve("node.new"), certificate(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private boolean isValid() {
        return Files.exists(certificate())
                && Command.of(
                                "openssl",
                                "x509",
                                "-checkend",
                                SECONDS_LEFT,
                                "-noout",
                                "-in",
                                certificate().toString())
                        .succeeds();
    }

    private void authorise() {
        openssl("req -x509 " + NEW_KEY + " -subj /CN=authority -days 7 -keyout ca.key -out ca.crt");
        openssl("req " + NEW_KEY + " -subj /CN=node -keyout node.key -out node.csr");
        openssl(
                "x509 -req -in node.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 7 -extfile node.ext -out node.new");
    }

    private void openssl(String words) {
        List<String> command = Workplace.words("openssl " + words);
        if (!new Command(command, Map.of()).succeedsInto(log, directory)) {
            throw new Refusal("the stack's certificates could not be made; see " + log);
        }
    }
}
