package io.guildhall.api.upload;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderParametersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "form-data; name=\"f\"; filename=\"отчёт.txt\" | отчёт.txt",
                "form-data; name=\"f\"; filename=\"a \\\"b\\\";c.txt\" | a \"b\";c.txt",
                "form-data; filename*=utf-8''%D0%BE%D1%82.txt; name=\"f\" | от.txt",
                "form-data; filename=\"ot.txt\"; filename*=UTF-8'ru'%D0%BE%D1%82.txt | от.txt",
                "form-data; filename=\"ot.txt\"; filename*=UTF-8''%D0%B | ot.txt",
                "form-data; filename=\"ot.txt\"; filename*=UTF-8'broken | ot.txt"
            })
    void aFileNameComesInEveryForm(String header, String expected) {
        assertThat(HeaderParameters.of(header)).containsEntry("filename", expected);
    }

    @Property
    void anyHeaderIsReadWithoutHarm(@ForAll String junk) {
        assertThat(HeaderParameters.of("form-data; filename*=UTF-8'" + junk)).isNotNull();
    }
}
