package io.guildhall.observability.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.NameIterator;
import io.quarkus.runtime.configuration.PropertiesUtil;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingNamesTest {
    private static final List<String> NAMES = List.of(
            "",
            "quarkus",
            "quarkus.http.port",
            "quarkus.http.ports",
            "quarkus.profile[0]",
            "quarkus.log.category.\"io.guildhall\".level",
            "quarkus.log.category.\"a.\\\"b\".level",
            "quarkus.*.port",
            "*",
            ".quarkus",
            "quarkus..port",
            "quarkus.");
    private static final List<String> KNOWN = List.of(
            "", "quarkus", "http", "h", "port", "profile[*]", "profile", "*", "\"io.guildhall\"", "io", "**", "level");

    /** What native executables run in its place answers as the original does, at every position of a name. */
    @Test
    void answersAsTheMethodThatItReplaces() {
        for (String name : NAMES) {
            for (String known : KNOWN) {
                for (NameIterator at = new NameIterator(name); at.hasNext(); at.next()) {
                    assertThat(SettingNames.isMapped(at, known))
                            .as("%s from %d, %s", name, at.getPosition(), known)
                            .isEqualTo(PropertiesUtil.isMapped(at, known));
                }
            }
        }
    }
}
