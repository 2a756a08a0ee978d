package io.guildhall.orchestration.library;

import io.guildhall.orchestration.commandline.Refusal;
import io.guildhall.orchestration.process.Command;
import io.guildhall.orchestration.workplace.Workplace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * In the exact versions of Cargo.toml. What is compiled is kept beside the user's other caches: it takes minutes, and is the same in
 * every checkout.
 */
public final class Rust implements Language {
    private static final List<String> NAMES = List.of("serenity", "twilight");
    private static final int MAJOR = 1;
    private static final int MINOR = 89;

    private final Path manifest;
    private final Path target;

    public Rust(Path tests, Path target) {
        this.manifest = tests.resolve("rust").resolve("Cargo.toml");
        this.target = target;
    }

    /** Where the user's caches are. */
    public static Path target(Workplace workplace) {
        return workplace
                .setting("XDG_CACHE_HOME")
                .map(Path::of)
                .orElseGet(() -> Path.of(workplace.setting("HOME", ".")).resolve(".cache"))
                .resolve("guildhall")
                .resolve("rust");
    }

    @Override
    public String name() {
        return "Rust";
    }

    @Override
    public Optional<String> missing() {
        boolean there = Command.isThere("cargo")
                && isEnough(Command.of("cargo", "--version").output());
        return there ? Optional.empty() : Optional.of("Cargo 1.89 or later");
    }

    /** @param version as cargo tells it: its name, and three numbers with dots */
    static boolean isEnough(String version) {
        List<String> words = Workplace.words(version);
        String[] numbers = words.size() < 2 ? new String[0] : words.get(1).split("[.-]");
        if (numbers.length < 2 || !numbers[0].matches("\\d+") || !numbers[1].matches("\\d+")) {
            return false;
        }
        int major = Integer.parseInt(numbers[0]);
        return major > MAJOR || (major == MAJOR && Integer.parseInt(numbers[1]) >= MINOR);
    }

    @Override
    public void prepare(Consumer<Libraries.Program> ready) {
        List<String> build = List.of(
                "cargo", "build", "--quiet", "--manifest-path", manifest.toString(), "--target-dir", target.toString());
        if (new Command(build, Map.of()).run() != 0) {
            throw new Refusal("the Rust libraries could not be built");
        }
        NAMES.forEach(name -> ready.accept(new Libraries.Program(
                name,
                List.of(target.resolve("debug").resolve("guildhall-" + name).toString()))));
    }
}
