package io.guildhall.orchestration.workplace;

import io.guildhall.orchestration.process.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** By ./guildhall prepare, which installs, fetches and builds. */
public final class CommandLinePreparation implements Preparation {
    private final Path guildhall;
    private List<String> testsJava = List.of();

    public CommandLinePreparation(Path root) {
        this.guildhall = root.resolve("guildhall");
    }

    @Override
    public Path etcd() {
        return Path.of(prepare("etcd", List.of()));
    }

    @Override
    public void command(String name, String debianPackage) {
        prepare("command", List.of(name, debianPackage));
    }

    @Override
    public void services(Collection<String> names) {
        prepare("services", names);
    }

    @Override
    public void executables(Collection<String> names) {
        prepare("executables", names);
    }

    @Override
    public List<String> testsJava() {
        if (testsJava.isEmpty()) {
            testsJava = prepare("tests", List.of()).lines().toList();
        }
        return testsJava;
    }

    @Override
    public List<String> benchJava(String service) {
        return prepare("bench", List.of(service)).lines().toList();
    }

    @Override
    public void nodeModules(String folder) {
        prepare("modules", List.of(folder));
    }

    @Override
    public void browser() {
        prepare("browser", List.of());
    }

    @Override
    public Cassandra cassandra() {
        List<String> paths = prepare("cassandra", List.of()).lines().toList();
        return new Cassandra(Path.of(paths.getFirst()), Path.of(paths.getLast()));
    }

    @Override
    public Path elasticsearch() {
        return Path.of(prepare("elasticsearch", List.of()));
    }

    @Override
    public Path kafka() {
        return Path.of(prepare("kafka", List.of()));
    }

    @Override
    public Path redis() {
        return Path.of(prepare("redis", List.of()));
    }

    @Override
    public Path s3() {
        return Path.of(prepare("s3", List.of()));
    }

    @Override
    public Map<String, String> helm() {
        return prepare("helm", List.of())
                .lines()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private String prepare(String what, Collection<String> arguments) {
        List<String> words = new ArrayList<>(List.of(guildhall.toString(), "prepare", what));
        words.addAll(arguments);
        return new Command(words, Map.of()).output();
    }
}
