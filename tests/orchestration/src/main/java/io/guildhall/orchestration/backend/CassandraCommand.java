package io.guildhall.orchestration.backend;

import io.guildhall.orchestration.workplace.Preparation;
import io.guildhall.orchestration.workplace.Workplace;
import java.util.ArrayList;
import java.util.List;

/**
 * The command that runs a Cassandra. Memory and further flags come from GUILDHALL_CASSANDRA_HEAP and GUILDHALL_CASSANDRA_OPTS, for
 * example -XX:TieredStopAtLevel=4 for a benchmark.
 */
final class CassandraCommand {
    /** What it reaches into and Java 17 keeps closed. */
    private static final List<String> EXPORTED = List.of(
            "java.base/jdk.internal.misc",
            "java.base/jdk.internal.ref",
            "java.base/sun.nio.ch",
            "java.rmi/sun.rmi.registry",
            "java.rmi/sun.rmi.server",
            "java.management.rmi/com.sun.jmx.remote.internal.rmi",
            "java.sql/java.sql");

    private static final List<String> OPENED = List.of(
            "java.base/sun.nio.ch",
            "java.base/java.io",
            "java.base/java.nio",
            "java.base/java.lang",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.base/java.util.concurrent.atomic",
            "java.base/jdk.internal.ref",
            "java.base/jdk.internal.loader",
            "java.base/java.lang.reflect",
            "java.base/java.math",
            "java.base/java.net");

    private static final String MEMORY = "-XX:+UseSerialGC -XX:ReservedCodeCacheSize=96m -XX:TieredStopAtLevel=1"
            + " -XX:+ExitOnOutOfMemoryError -XX:+PerfDisableSharedMem -Djdk.attach.allowAttachSelf=true";

    private static final String STARTS_AT_ONCE = "-Dcassandra-foreground=yes -Dcassandra.ring_delay_ms=1000"
            + " -Dcassandra.skip_wait_for_gossip_to_settle=0 -Dcassandra.superuser_setup_delay_ms=0";

    /** What a node skips that need not survive a SIGKILL. */
    private static final String FAST =
            "-Dcassandra.unsafesystem=true -Dcassandra.test.flush_local_schema_changes=false";

    private CassandraCommand() {}

    static List<String> of(CassandraNode node, Preparation.Cassandra installed, Workplace workplace) {
        String heap = workplace.setting("GUILDHALL_CASSANDRA_HEAP", "256m");
        List<String> command = new ArrayList<>(List.of(
                installed.java().toString(), "-Xms128m", "-Xmx" + heap, "-Xss256k", "-XX:MaxDirectMemorySize=" + heap));
        command.addAll(Workplace.words(MEMORY));
        EXPORTED.forEach(name -> command.add("--add-exports=" + name + "=ALL-UNNAMED"));
        OPENED.forEach(name -> command.add("--add-opens=" + name + "=ALL-UNNAMED"));
        command.addAll(List.of(
                "-Djava.io.tmpdir=" + node.temporary(),
                "-Djna.tmpdir=" + node.temporary(),
                "-Dcassandra.config=file://" + node.configuration() + "/cassandra.yaml",
                "-Dlogback.configurationFile=" + node.configuration() + "/logback.xml",
                "-Dcassandra.storagedir=" + node.data(),
                "-Dcassandra.logdir=" + node.directory()));
        command.addAll(Workplace.words(STARTS_AT_ONCE));
        if (!node.durable()) {
            command.addAll(Workplace.words(FAST));
        }
        command.addAll(Workplace.words(workplace.setting("GUILDHALL_CASSANDRA_OPTS", "")));
        command.addAll(List.of(
                "-cp",
                node.configuration() + ":" + installed.libraries() + "/*",
                "org.apache.cassandra.service.CassandraDaemon"));
        return command;
    }
}
