package io.guildhall.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A group of settings as a service would read it.
 *
 * @param mapping the interface that the settings are mapped to, with {@link ConfigMapping}
 */
public record Settings<T>(Class<T> mapping) {
    private static final int CONVERTER_PRIORITY = 200;

    public static <T> Settings<T> of(Class<T> mapping) {
        return new Settings<>(mapping);
    }

    /** With nothing set. */
    public T defaults() {
        return with(Map.of());
    }

    /** @param values by the keys' full names, as a person writes them; nothing else that is set on this machine counts */
    public T with(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withConverter(Duration.class, CONVERTER_PRIORITY, new DurationConverter())
                .withMapping(mapping)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(mapping);
    }

    /** Fails unless these are the names of all keys that are read: a test that sets each of them has forgotten none. */
    public void assertAllKeys(Collection<String> keys) {
        String prefix = mapping.getAnnotation(ConfigMapping.class).prefix();
        // A list has a second name, for one of its items.
        List<String> read =
                ConfigMappings.getProperties(new ConfigMappings.ConfigClass(mapping, prefix)).keySet().stream()
                        .filter(key -> !key.endsWith("[*]"))
                        .toList();
        assertThat(keys).containsExactlyInAnyOrderElementsOf(read);
    }
}
