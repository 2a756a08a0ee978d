package io.guildhall.orchestration.testing;

import io.guildhall.orchestration.process.Command;
import io.guildhall.orchestration.suite.Reports;
import io.guildhall.orchestration.suite.Suites;
import io.guildhall.orchestration.suite.Tally;
import io.guildhall.orchestration.workplace.Preparation;
import io.guildhall.orchestration.workplace.Workplace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The web client's own tests, then people in a real browser. */
final class WebTests {
    private final Workplace workplace;
    private final Preparation preparation;
    private final Reports reports;
    private final Suites suites;

    WebTests(Workplace workplace, Preparation preparation, Reports reports, Suites suites) {
        this.workplace = workplace;
        this.preparation = preparation;
        this.reports = reports;
        this.suites = suites;
    }

    /**
     * @param port of the instance that the people use
     * @param mail where it puts what it writes to them
     */
    Tally run(int port, Path mail) {
        preparation.nodeModules("web");
        preparation.browser();
        List<String> units = List.of(
                "npx",
                "vitest",
                "run",
                "--reporter=default",
                "--reporter=junit",
                "--outputFile.junit=" + reports.webUnits());
        Path client = workplace.root().resolve("services/web/target/client");
        Map<String, String> settings = Map.of(
                "GUILDHALL_WEB",
                "http://localhost:" + port,
                "GUILDHALL_MAIL",
                mail.toString(),
                "GUILDHALL_PICTURES",
                workplace.state().resolve("test").resolve("pictures").toString());
        Path tests = workplace.root().resolve("tests").resolve("web");
        return Tally.suite("web client's own", new Command(units, Map.of()).runIn(client) == 0)
                .plus(suites.eachOnceMore("web", tests, "test", settings));
    }
}
