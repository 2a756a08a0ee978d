package io.guildhall.orchestration.testing;

import io.guildhall.orchestration.process.Command;
import io.guildhall.orchestration.suite.Reports;
import io.guildhall.orchestration.suite.Suites;
import io.guildhall.orchestration.suite.Tally;
import io.guildhall.orchestration.workplace.Preparation;
import io.guildhall.orchestration.workplace.Workplace;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The build with every check, and the tests that live in the modules; and beside it the chart's. */
final class ModuleTests {
    /**
     * Two modules at a time, since many tests wait. What fails is tried once more and then named as unsteady: thousands of tests of
     * what happens at the same moment share two cores.
     */
    private static final List<String> MAVEN =
            List.of("mvn", "-B", "verify", "--fail-at-end", "--threads", "2", "-Dsurefire.rerunFailingTestsCount=1");

    /** What only tests with this tag have to say, of the module that has such and of those that it stands on. */
    private static final List<String> LONG = List.of(
            "mvn", "-B", "verify", "--projects", "tests/storage", "--also-make", "-Dgroups=long", "-DexcludedGroups=");

    /** What has its own Kafka and Elasticsearch in tests, with what it stands on. */
    private static final List<String> SEARCH = List.of(
            "mvn",
            "-B",
            "-Dquick",
            "verify",
            "--projects",
            "libraries/event-log,libraries/event-log-reading,libraries/elasticsearch-index,services/search,services/guild,tests/search",
            "--also-make",
            "-Dtest=io.guildhall.eventlog.*,io.guildhall.messageindex.elasticsearch.*,io.guildhall.search.**,io.guildhall.guild.search.*,io.guildhall.tests.search.*",
            "-Dsurefire.failIfNoSpecifiedTests=false");

    private final Workplace workplace;
    private final Preparation preparation;
    private final Reports reports;
    private final Suites suites;
    private final PrintStream out;

    ModuleTests(Workplace workplace, Preparation preparation, Reports reports, Suites suites, PrintStream out) {
        this.workplace = workplace;
        this.preparation = preparation;
        this.reports = reports;
        this.suites = suites;
        this.out = out;
    }

    Tally run() {
        return run("modules", MAVEN);
    }

    Tally runLong() {
        return run("modules' long tests", LONG);
    }

    Tally runSearch() {
        return run("modules' tests of search", SEARCH);
    }

    private Tally run(String name, List<String> command) {
        reports.forgetModules();
        Path etcd = preparation.etcd();
        preparation.command("mvn", "maven");
        String path = etcd.getParent() + File.pathSeparator + workplace.setting("PATH", "");
        Map<String, String> settings =
                Map.of("PATH", path, "JAVA_HOME", workplace.javaHome().toString());
        return Tally.suite(name, new Command(command, settings).runIn(workplace.root()) == 0);
    }

    Tally chart() {
        Map<String, String> helm = prepareChart();
        boolean lint = lint().run() == 0;
        return Tally.suite("chart lint", lint)
                .plus(Tally.suite("chart", node(helm).runIn(folder()) == 0));
    }

    /** What both need is installed one after the other. */
    Tally withChart() {
        Map<String, String> helm = prepareChart();
        preparation.etcd();
        Path log = workplace.state().resolve("test").resolve("chart.log");
        CompletableFuture<Boolean> chart = CompletableFuture.supplyAsync(() -> {
            boolean lint = lint().succeedsInto(log, folder());
            return node(helm).succeedsInto(log, folder()) && lint;
        });
        Tally modules = run();
        boolean good = chart.join();
        print(log);
        return modules.plus(Tally.suite("chart", good));
    }

    private Map<String, String> prepareChart() {
        Map<String, String> helm = preparation.helm();
        preparation.nodeModules("chart");
        return helm;
    }

    private Command lint() {
        return Command.of(workplace.root().resolve("guildhall").toString(), "chart", "lint");
    }

    private Command node(Map<String, String> settings) {
        return new Command(suites.nodeCommand("chart", folder().resolve("test"), List.of()), settings);
    }

    private Path folder() {
        return workplace.root().resolve("tests").resolve("chart");
    }

    private void print(Path log) {
        try {
            Files.copy(log, out);
            out.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
