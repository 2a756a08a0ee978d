package io.guildhall.orchestration.workplace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Everything is there; it notes what was asked for. */
public final class FakePreparation implements Preparation {
    private final List<String> asked = new ArrayList<>();

    @Override
    public Path etcd() {
        asked.add("etcd");
        return Path.of("/usr/bin/etcd");
    }

    @Override
    public void command(String name, String debianPackage) {
        asked.add(name);
    }

    @Override
    public void services(Collection<String> names) {
        asked.add("services " + String.join(",", names));
    }

    @Override
    public void executables(Collection<String> names) {
        asked.add("executables " + String.join(",", names));
    }

    @Override
    public List<String> testsJava() {
        asked.add("tests");
        return List.of("java");
    }

    @Override
    public List<String> benchJava(String service) {
        asked.add("bench " + service);
        return List.of("java");
    }

    @Override
    public void nodeModules(String folder) {
        asked.add("modules " + folder);
    }

    @Override
    public void browser() {
        asked.add("browser");
    }

    @Override
    public Cassandra cassandra() {
        asked.add("cassandra");
        return new Cassandra(Path.of("/java-17/bin/java"), Path.of("/cassandra/lib"));
    }

    @Override
    public Path elasticsearch() {
        asked.add("elasticsearch");
        return Path.of("/elasticsearch");
    }

    @Override
    public Path kafka() {
        asked.add("kafka");
        return Path.of("/kafka/lib");
    }

    @Override
    public Path redis() {
        asked.add("redis");
        return Path.of("/usr/bin/redis-server");
    }

    @Override
    public Path s3() {
        asked.add("s3");
        return Path.of("/s3proxy/lib");
    }

    @Override
    public Map<String, String> helm() {
        asked.add("helm");
        return Map.of();
    }

    public List<String> asked() {
        return List.copyOf(asked);
    }
}
