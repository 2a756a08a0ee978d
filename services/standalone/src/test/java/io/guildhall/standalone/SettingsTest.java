package io.guildhall.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a service says of a process of its own does not hold by accident where all are one process. */
class SettingsTest {
    private static final String APPLICATION = "application.properties";

    @Test
    void whateverAServiceSaysOfItsOwnProcessIsSaidOfThisOneToo() throws IOException {
        Set<String> ofServices = new TreeSet<>();
        for (Properties settings : all(APPLICATION)) {
            if (!isOwn(settings)) {
                ofServices.addAll(settings.stringPropertyNames());
            }
        }
        ofServices.removeIf(key -> key.startsWith("%"));

        assertThat(ofServices).contains("quarkus.http.limits.max-body-size");
        assertThat(own().stringPropertyNames()).containsAll(ofServices);
    }

    @Test
    void uploadsAreBoundedAsInTheApi() throws IOException {
        Properties own = own();
        Properties defaults = new Properties();
        all("META-INF/microprofile-config.properties").forEach(defaults::putAll);

        for (String key : List.of(
                "quarkus.http.limits.max-body-size",
                "quarkus.http.limits.max-header-size",
                "quarkus.http.limits.max-initial-line-length",
                "quarkus.http.idle-timeout")) {
            assertThat(own.getProperty(key)).as(key).isNotNull().isEqualTo(defaults.getProperty(key));
        }
    }

    private static Properties own() throws IOException {
        return all(APPLICATION).stream().filter(SettingsTest::isOwn).findFirst().orElseThrow();
    }

    private static boolean isOwn(Properties settings) {
        return "guildhall".equals(settings.getProperty("quarkus.application.name"));
    }

    private static List<Properties> all(String name) throws IOException {
        List<Properties> all = new ArrayList<>();
        for (URL source : Collections.list(SettingsTest.class.getClassLoader().getResources(name))) {
            all.add(read(source));
        }
        return all;
    }

    private static Properties read(URL source) throws IOException {
        Properties settings = new Properties();
        try (InputStream in = source.openStream()) {
            settings.load(in);
        }
        return settings;
    }
}
