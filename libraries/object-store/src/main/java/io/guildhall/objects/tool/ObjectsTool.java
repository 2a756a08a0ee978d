package io.guildhall.objects.tool;

import io.guildhall.objects.DirectoryObjectStore;
import io.guildhall.objects.ObjectsConfig;
import io.guildhall.objects.s3.S3ObjectStore;
import io.guildhall.objects.s3.S3Stores;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The command {@code objects copy --from DIR [--exactly]}, to the bucket that the environment names as it names it to services
 * ({@code GUILDHALL_OBJECTS_S3_ENDPOINT}, {@code _BUCKET}, {@code _ACCESS_KEY} and so on). Exit status: 0 when it was done, 1 when it was not, 64 for a
 * command that is none.
 */
public final class ObjectsTool {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 64;

    private static final int CONVERTER_PRIORITY = 200;

    private final Map<String, String> settings;
    private final PrintStream out;
    private final PrintStream errors;

    /** @param settings hold before those of the environment */
    ObjectsTool(Map<String, String> settings, PrintStream out, PrintStream errors) {
        this.settings = settings;
        this.out = out;
        this.errors = errors;
    }

    public static void main(String... arguments) {
        System.exit(new ObjectsTool(Map.of(), System.out, System.err).run(List.of(arguments)));
    }

    int run(List<String> arguments) {
        Optional<Path> directory = directory(arguments);
        if (directory.isEmpty()) {
            errors.println("guildhall: objects copy --from DIR [--exactly]");
            errors.println(
                    "  DIR holds the attachments of a process; the bucket is named by GUILDHALL_OBJECTS_S3_ENDPOINT,");
            errors.println(
                    "  _BUCKET, _REGION, _ACCESS_KEY and _SECRET_KEY. --exactly removes from it what DIR has not got.");
            return USAGE;
        }
        if (!Files.isDirectory(directory.get())) {
            errors.println("guildhall: " + directory.get() + " is no directory");
            return FAILED;
        }
        try (S3ObjectStore bucket = S3Stores.open(config())) {
            Copy copy = new Copy(new DirectoryObjectStore(directory.get()), bucket);
            out.println(describe(copy.run(arguments.contains("--exactly"))));
            return DONE;
        } catch (IOException | IllegalStateException | IllegalArgumentException failure) {
            errors.println("guildhall: " + failure.getMessage());
            return FAILED;
        }
    }

    private static Optional<Path> directory(List<String> arguments) {
        boolean known = arguments.size() >= 3
                && arguments.get(0).equals("copy")
                && arguments.get(1).equals("--from")
                && arguments.stream().skip(3).allMatch("--exactly"::equals);
        return known ? Optional.of(Path.of(arguments.get(2))) : Optional.empty();
    }

    private ObjectsConfig.S3 config() {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addSystemSources()
                .withDefaultValues(settings)
                .withConverter(Duration.class, CONVERTER_PRIORITY, new DurationConverter())
                .withMapping(ObjectsConfig.class)
                .build()
                .getConfigMapping(ObjectsConfig.class)
                .s3();
    }

    private static String describe(Copy.Summary summary) {
        return String.format(
                Locale.ROOT,
                "The bucket holds what the directory holds: %,d objects copied (%.1f MB), %,d were there, %,d removed.",
                summary.copied(),
                summary.bytes() / 1e6,
                summary.present(),
                summary.removed());
    }
}
