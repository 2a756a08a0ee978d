package io.guildhall.orchestration.workplace;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What has to be there before a process can run: tools of the machine, and what is built from the sources.
 *
 * <p>Each throws {@link io.guildhall.orchestration.commandline.Refusal} when it can't be had, after saying what to do about it.
 */
public interface Preparation {
    /** The binary. */
    Path etcd();

    /** A command of the machine that is in the Debian package. */
    void command(String name, String debianPackage);

    /** Builds those that are older than their sources, for a JVM. */
    void services(Collection<String> names);

    /** The same as native executables. */
    void executables(Collection<String> names);

    /** Builds the tests module; the command that runs a main class of it. */
    List<String> testsJava();

    /** Builds a service and its tests; the command that runs a main class that stands among these. They may use the embedded store. */
    List<String> benchJava(String service);

    /** Node.js, and what the tests in a folder of tests/ stand on. */
    void nodeModules(String folder);

    /** A browser that tests can lead, where one can be had; without one they fail. */
    void browser();

    /** A Cassandra, and the Java that it runs on. */
    Cassandra cassandra();

    /**
     * What is installed of it.
     *
     * @param java the command; no later one than 17 runs it
     * @param libraries the directory of its jars
     */
    record Cassandra(Path java, Path libraries) {}

    /** The home of an Elasticsearch: its modules, and the classes that start it. */
    Path elasticsearch();

    /** The directory of Kafka's jars. */
    Path kafka();

    /** The server's command. */
    Path redis();

    /** The directory of S3Proxy's jars. */
    Path s3();

    /** The variables that tell the chart's tests where helm and kubectl are. */
    Map<String, String> helm();
}
