package io.guildhall.api.upload;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {
    @ParameterizedTest
    @CsvSource({
        "cat.png,cat.png",
        "my cat.png,my_cat.png",
        "../../etc/passwd,passwd",
        "C:\\x\\y.txt,y.txt",
        "...hidden,hidden",
        "..,unknown",
        "отчёт.txt,unknown.txt",
        "отчёт 5.txt,_5.txt",
        "отчёт,unknown",
        "a.tar.gz,a.tar.gz",
        "'',unknown",
        "a\u202Egnp.exe,agnp.exe"
    })
    void namesBecomeSafe(String given, String expected) {
        assertThat(FileNames.clean(given)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"отчёт.txt,отчёт", "naïve plan.pdf,naïve plan", "cat.png,''", "my cat.png,''", "x/отчёт,отчёт"})
    void whatANameLosesBecomesTheTitle(String given, String expected) {
        assertThat(FileNames.title(given)).isEqualTo(expected);
    }

    @Property
    void everyNameBecomesASegmentOfAKey(@ForAll String name) {
        assertThat(FileNames.clean(name)).matches("[A-Za-z0-9_-][A-Za-z0-9._-]{0,119}");
    }
}
