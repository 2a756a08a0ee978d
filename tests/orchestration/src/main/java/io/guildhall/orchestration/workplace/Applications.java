package io.guildhall.orchestration.workplace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Where the built services lie, and the commands that run them. */
public final class Applications {
    /** There are many of their objects, which stay small while they have nothing to do. */
    private static final Set<String> YOUNG = Set.of("gateway", "relay", "storage-proxy");

    private final Workplace workplace;

    public Applications(Workplace workplace) {
        this.workplace = workplace;
    }

    public Path jar(String service) {
        return target(service).resolve("quarkus-app").resolve("quarkus-run.jar");
    }

    /** Where its native executable is or would be. */
    public Path executable(String service) {
        Path target = target(service);
        Path plain = target.resolve(service + "-runner");
        if (!Files.isDirectory(target)) {
            return plain;
        }
        try (DirectoryStream<Path> built = Files.newDirectoryStream(target, service + "-*-runner")) {
            List<Path> found = new ArrayList<>();
            built.forEach(found::add);
            return found.stream().sorted().findFirst().orElse(plain);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Flags of a server's JVM. */
    public List<String> javaFlags() {
        List<String> flags = new ArrayList<>(workplace.serverFlags());
        flags.addAll(workplace.addedFlags());
        return flags;
    }

    /** A service of a stack in a small JVM. */
    public List<String> inJvm(String service) {
        List<String> command = new ArrayList<>();
        command.add(workplace
                .setting("GUILDHALL_AOT_JAVA", workplace.javaHome().toString())
                .concat("/bin/java"));
        command.addAll(javaFlags());
        command.addAll(cacheFlags(service));
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-Xmx" + heap(),
                "-XX:TieredStopAtLevel=" + workplace.setting("GUILDHALL_STACK_TIER", "4"),
                "-jar",
                jar(service).toString()));
        return command;
    }

    /** A service of a stack as an executable. Of what a person adds it knows settings and sizes of the heap. */
    public List<String> asExecutable(String service) {
        List<String> command = new ArrayList<>(List.of(executable(service).toString(), "-Xmx" + heap()));
        if (YOUNG.contains(service)) {
            command.add(workplace.setting("GUILDHALL_NATIVE_YOUNG", "-Xmn20m"));
        }
        workplace.addedFlags().stream()
                .filter(flag -> flag.startsWith("-D") || flag.startsWith("-Xm"))
                .forEach(command::add);
        return command;
    }

    private String heap() {
        return workplace.setting("GUILDHALL_STACK_HEAP", "256m");
    }

    /** A cache fits only the Java that it was recorded with: the one of the images has another name. */
    public Path cache(String service) {
        return jar(service).resolveSibling(workplace.setting("GUILDHALL_AOT_FILE", "app") + ".aot");
    }

    /** Whether there is a cache that fits. */
    public boolean hasCache(String service) {
        return isNewer(cache(service), jar(service));
    }

    public boolean hasExecutable(String service) {
        return Files.isExecutable(executable(service));
    }

    /** The flag that uses a cache that is newer than what it was made from, or writes it while one is recorded. */
    private List<String> cacheFlags(String service) {
        Path cache = cache(service);
        return switch (workplace.setting("GUILDHALL_AOT", "use")) {
            case "off" -> List.of();
            case "record" -> List.of("-XX:AOTCacheOutput=" + cache);
            default -> hasCache(service) ? List.of("-XX:AOTCache=" + cache) : List.of();
        };
    }

    private static boolean isNewer(Path file, Path other) {
        try {
            if (!Files.exists(file)) {
                return false;
            }
            FileTime time = Files.getLastModifiedTime(file);
            return !Files.exists(other) || time.compareTo(Files.getLastModifiedTime(other)) > 0;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path target(String service) {
        return workplace.root().resolve("services").resolve(service).resolve("target");
    }
}
