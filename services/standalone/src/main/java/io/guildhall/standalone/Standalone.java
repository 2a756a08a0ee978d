package io.guildhall.standalone;

import io.guildhall.standalone.data.DataDirectory;
import io.guildhall.standalone.data.DataDirectoryInUseException;
import io.guildhall.standalone.data.Secret;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Everything in one process. Claims the data directory before any service starts, so that two processes never write to
 * one store, and hands the services what they keep in it.
 */
@QuarkusMain
public final class Standalone {
    static final String DATA_DIRECTORY = "guildhall.data.dir";
    private static final String DEFAULT_DATA_DIRECTORY = ".guildhall/data";

    private Standalone() {}

    public static void main(String[] arguments) {
        Path path = Path.of(System.getProperty(
                DATA_DIRECTORY, System.getenv().getOrDefault("GUILDHALL_DATA_DIR", DEFAULT_DATA_DIRECTORY)));
        try (DataDirectory data = DataDirectory.claim(path)) {
            provide("guildhall.storage.directory", data.store().toString());
            provide("guildhall.api.attachments-directory", data.attachments().toString());
            provide("guildhall.token.secret", data.secret(Secret.TOKENS));
            provide("guildhall.cluster.secret", data.secret(Secret.CLUSTER));
            System.setProperty(DATA_DIRECTORY, data.root().toString());
            Quarkus.run(arguments);
        } catch (DataDirectoryInUseException inUse) {
            System.err.println("guildhall: " + inUse.getMessage());
            System.exit(1);
        } catch (IOException failure) {
            throw new UncheckedIOException("the data directory " + path + " can't be used", failure);
        }
    }

    /** What the person configured wins over what the data directory holds. */
    private static void provide(String key, String value) {
        if (ConfigProvider.getConfig().getOptionalValue(key, String.class).isEmpty()) {
            System.setProperty(key, value);
        }
    }
}
