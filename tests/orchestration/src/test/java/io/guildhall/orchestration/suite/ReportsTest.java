package io.guildhall.orchestration.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
    private static final String SURE = "services/guild/target/surefire-reports/";

    @TempDir
    Path root;

    private Reports reports;

    @BeforeEach
    void choose() {
        reports = new Reports(root.resolve(".guildhall/test/reports"), root);
    }

    @Test
    void testsAreCountedInEveryReportOfASuite() throws IOException {
        write(
                ".guildhall/test/reports/node-test.xml",
                "<testsuite tests=\"9\"><testcase name=\"a\"/><testcase name=\"b\"><skipped/></testcase></testsuite>");
        write(
                ".guildhall/test/reports/java-test/TEST-junit.xml",
                "<testcase>\n<failure message=\"no\"/></testcase><testcase><error type=\"e\"/></testcase><testcase/>");
        Tally tally = reports.count(false);
        assertThat(tally.passed()).isEqualTo(2);
        assertThat(tally.failed()).hasSize(2);
        assertThat(tally.skipped()).isEqualTo(1);
    }

    @Test
    void whatFailedIsNamedWithTheBeginningOfWhatItSaid() throws IOException {
        write(".guildhall/test/reports/node-test.xml", """
            <testcase name="opens &quot;a&quot;" classname="test" time="1">
              <failure type="t" message="1 &gt; 0&#10;at line 3">stack</failure>
            </testcase>
            <testcase name="b" file="x>y"><system-out>said &lt;error/&gt;</system-out></testcase>
            <testcase name="c"><error/></testcase>
            """);
        assertThat(reports.count(false).failed()).containsExactly("test: opens \"a\": 1 > 0", "c");
    }

    @Test
    void whatPassedOnlyWhenItWasRunAgainIsNamedAmongWhatPassed() throws IOException {
        write(SURE + "TEST-Some.xml", """
            <testcase name="a" classname="S"><flakyFailure message="too early" type="t"><stackTrace>s</stackTrace></flakyFailure></testcase>
            <testcase name="b" classname="S"><failure message="no"/><rerunFailure message="no"/></testcase>
            <testcase name="c" classname="S"/>
            """);
        Tally tally = reports.count(true);
        assertThat(tally.passed()).isEqualTo(2);
        assertThat(tally.unsteady()).containsExactly("S: a: too early");
        assertThat(tally.failed()).containsExactly("S: b: no");
    }

    @Test
    void theModulesCountWhenTheyWereTested() throws IOException {
        write(SURE + "TEST-Some.xml", "<testcase name=\"a\"/><testcase name=\"b\"/>");
        write(SURE + "testng-results.xml", "<testcase name=\"a\"/>");
        write("tests/chart/node_modules/x/target/surefire-reports/TEST-Other.xml", "<testcase name=\"a\"/>");
        write("services/guild/target/TEST-Elsewhere.xml", "<testcase name=\"a\"/>");
        assertThat(reports.count(false)).isEqualTo(Tally.NOTHING);
        assertThat(reports.count(true)).isEqualTo(Tally.passing(2));
    }

    @Test
    void whatModulesLeftOfAnEarlierTimeIsForgotten() throws IOException {
        write(SURE + "TEST-Some.xml", "<testcase name=\"a\"/>");
        write(SURE + "Some.txt", "");
        reports.forgetModules();
        assertThat(root.resolve(SURE + "TEST-Some.xml")).doesNotExist();
        assertThat(root.resolve(SURE + "Some.txt")).exists();
    }

    @Test
    void wordsThatOnlyBeginAsAnElementAreNotCounted() throws IOException {
        write(".guildhall/test/reports/a.xml", "<testcases/><testcase-x/><failures count=\"1\"/><errors/>");
        assertThat(reports.count(false)).isEqualTo(Tally.NOTHING);
    }

    @Test
    void aReportMayHoldAnyBytes() throws IOException {
        Path report = reports.node("bytes");
        Files.createDirectories(report.getParent());
        byte[] text = "<testcase name='??'/>".getBytes(StandardCharsets.US_ASCII);
        text[16] = (byte) 0xff;
        Files.write(report, text);
        assertThat(reports.count(false)).isEqualTo(Tally.passing(1));
    }

    @Test
    void recordingsAreFound() throws IOException {
        assertThat(reports.recordings()).isEmpty();
        write(".guildhall/test/reports/recorded-stack.jsonl", "");
        write(".guildhall/test/reports/proxy-stack.log", "");
        assertThat(reports.recordings()).containsExactly(reports.recorded("stack"));
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
