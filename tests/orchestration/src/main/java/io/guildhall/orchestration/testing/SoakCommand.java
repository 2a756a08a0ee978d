package io.guildhall.orchestration.testing;

import io.guildhall.orchestration.commandline.Options;
import io.guildhall.orchestration.commandline.Refusal;
import io.guildhall.orchestration.instance.Scratch;
import io.guildhall.orchestration.process.Command;
import io.guildhall.orchestration.process.Patience;
import io.guildhall.orchestration.process.Ports;
import io.guildhall.orchestration.process.Running;
import io.guildhall.orchestration.process.Server;
import io.guildhall.orchestration.suite.Suites;
import io.guildhall.orchestration.workplace.Preparation;
import io.guildhall.orchestration.workplace.Workplace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code soak [--minutes N]}: ordinary and hostile traffic against one process for some time, and what it still holds afterwards. A
 * small heap, so that what is kept shows soon.
 */
public final class SoakCommand {
    private static final String MINUTES = "60";
    private static final int PORT = 28_190;
    private static final int MANAGEMENT = 10;

    private final Workplace workplace;
    private final Preparation preparation;
    private final Ports ports;
    private final Patience patience;

    public SoakCommand(Workplace workplace, Preparation preparation, Ports ports, Patience patience) {
        this.workplace = workplace;
        this.preparation = preparation;
        this.ports = ports;
        this.patience = patience;
    }

    /** @return whether nothing is held that should not be */
    public boolean run(List<String> arguments) {
        String minutes = minutes(arguments);
        preparation.services(List.of("standalone"));
        preparation.nodeModules("discordjs");
        Path directory = workplace.state().resolve("soak");
        List<String> flags = new ArrayList<>(List.of("-Xmx512m"));
        flags.addAll(TestedStack.LIMITS);
        flags.add("-Dguildhall.gateway.identify.total=1000000");
        try (Running running = Running.untilTheEnd();
                Server instance = new Scratch(workplace, ports, patience, running).start(directory, PORT, flags)) {
            List<String> soak = List.of(
                    "node",
                    "soak/soak.js",
                    Long.toString(instance.id()),
                    "http://127.0.0.1:" + (instance.port() + MANAGEMENT) + "/q/metrics",
                    directory.resolve("standalone.log").toString(),
                    minutes);
            Map<String, String> settings =
                    Map.of("JAVA_HOME", workplace.javaHome().toString(), "GUILDHALL_API", Suites.api(instance.port()));
            return new Command(soak, settings)
                            .runIn(workplace.root().resolve("tests").resolve("discordjs"))
                    == 0;
        }
    }

    static String minutes(List<String> arguments) {
        String minutes = Options.read("soak", arguments, Set.of("--minutes"), Set.of())
                .value("--minutes")
                .orElse(MINUTES);
        if (!minutes.matches("[1-9][0-9]*")) {
            throw new Refusal("soak --minutes takes a whole number");
        }
        return minutes;
    }
}
