package io.guildhall.orchestration.backend;

import io.guildhall.orchestration.commandline.Options;
import io.guildhall.orchestration.workplace.Preparation;
import io.guildhall.orchestration.workplace.Workplace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** S3Proxy on a directory: an object store that checks signatures as Amazon's does. It begins with the bucket guildhall. */
record S3Node(Path directory, int port) implements Backend {
    private static final int PORT = 9500;

    private static final String FLAGS =
            "-Xms32m -Xmx192m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+PerfDisableSharedMem"
                    + " -XX:+ExitOnOutOfMemoryError";

    private static final String SETTINGS = """
        s3proxy.endpoint=http://%s:%d
        s3proxy.authorization=aws-v2-or-v4
        s3proxy.identity=guildhall
        s3proxy.credential=guildhall-secret
        jclouds.provider=filesystem-nio2
        jclouds.identity=none
        jclouds.credential=none
        jclouds.filesystem.basedir=%s/data
        """;

    private static final String LOGGING = """
        <configuration>
          <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
            <encoder><pattern>%d %-5level %logger{20} %msg%n</pattern></encoder>
          </appender>
          <root level="WARN"><appender-ref ref="out"/></root>
        </configuration>
        """;

    static S3Node read(String command, List<String> arguments) {
        Options options = Options.read(command, arguments, Set.of("--name", "--dir", "--port"), Set.of());
        return new S3Node(
                Named.read(command, options).directory(), options.port("--port").orElse(PORT));
    }

    @Override
    public String kind() {
        return "S3Proxy";
    }

    @Override
    public String address() {
        return Named.LOOPBACK;
    }

    @Override
    public void writeFiles() {
        Named.write(
                directory,
                Map.of("s3proxy.properties", SETTINGS.formatted(address(), port, directory), "logback.xml", LOGGING),
                List.of("data/guildhall", "tmp"));
    }

    @Override
    public List<String> command(Preparation preparation, Workplace workplace) {
        List<String> java = new ArrayList<>(List.of(Named.java(workplace)));
        java.addAll(Workplace.words(FLAGS));
        java.addAll(List.of(
                "-Djava.io.tmpdir=" + directory.resolve("tmp"),
                "-Dlogback.configurationFile=" + directory.resolve("logback.xml"),
                "-cp",
                preparation.s3().resolve("*").toString(),
                "org.gaul.s3proxy.Main",
                "--properties",
                directory.resolve("s3proxy.properties").toString()));
        return java;
    }

    /** Whoever shows no signature is refused: by somebody who serves. */
    @Override
    public boolean answers() {
        return Probe.http(address(), port, "/", 403);
    }
}
