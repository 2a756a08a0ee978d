package io.guildhall.observability.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExecutablePagesTest {
    private static final String FILE = "/opt/a service";

    @Test
    void findsCodeAndDataThatNobodyChanged() {
        assertThat(found(mapping("1000-3000 r-xp", FILE, 0), mapping("5000-6000 r--p", FILE, 0)))
                .containsExactly(
                        new ExecutablePages.Mapping(0x1000, 0x3000), new ExecutablePages.Mapping(0x5000, 0x6000));
    }

    @Test
    void keepsWhatCanBeWritten() {
        assertThat(found(mapping("1000-3000 rw-p", FILE, 0))).isEmpty();
    }

    @Test
    void keepsWhatWasWrittenBeforeItWasProtected() {
        assertThat(found(mapping("1000-3000 r--p", FILE, 12))).isEmpty();
    }

    @Test
    void keepsWhatBelongsToOthers() {
        assertThat(found(mapping("1000-3000 r-xp", "/usr/lib/libc.so.6", 0), mapping("5000-6000 r--p", "", 0)))
                .isEmpty();
    }

    private static List<ExecutablePages.Mapping> found(String... smaps) {
        return ExecutablePages.unchanged(String.join("\n", smaps).lines().toList(), FILE);
    }

    private static String mapping(String rangeAndRights, String file, int anonymous) {
        return rangeAndRights + " 00010000 fe:00 5366191    " + file + "\nRss:      24 kB\nAnonymous:    " + anonymous
                + " kB\nVmFlags: rd ex mr mw me";
    }
}
