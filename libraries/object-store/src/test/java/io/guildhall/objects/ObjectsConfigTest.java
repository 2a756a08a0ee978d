package io.guildhall.objects;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.testing.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObjectsConfigTest {
    private static final Settings<ObjectsConfig> OBJECTS = Settings.of(ObjectsConfig.class);

    @Test
    void hasTheseDefaults() {
        ObjectsConfig config = OBJECTS.defaults();

        assertThat(config.kind()).isEqualTo(ObjectsConfig.Kind.DIRECTORY);
        assertThat(config.s3().endpoint()).isEmpty();
        assertThat(config.s3().region()).isEqualTo("us-east-1");
        assertThat(config.s3().bucket()).isEqualTo("guildhall");
        assertThat(config.s3().accessKey()).isEmpty();
        assertThat(config.s3().secretKey()).isEmpty();
        assertThat(config.s3().pathStyle()).isTrue();
        assertThat(config.s3().downloads()).isEqualTo(ObjectsConfig.Downloads.PROXIED);
        assertThat(config.s3().publicEndpoint()).isEmpty();
        assertThat(config.s3().linkLifetime()).isEqualTo(Duration.ofMinutes(15));
        assertThat(config.s3().timeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.s3().silence()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.s3().rest()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.s3().waiting()).isEqualTo(1024L * 1024 * 1024);
    }

    @Test
    void readsTheseKeys() {
        ObjectsConfig config = OBJECTS.with(Map.ofEntries(
                Map.entry("guildhall.objects.kind", "s3"),
                Map.entry("guildhall.objects.s3.endpoint", "http://127.0.0.1:1"),
                Map.entry("guildhall.objects.s3.region", "there"),
                Map.entry("guildhall.objects.s3.bucket", "mine"),
                Map.entry("guildhall.objects.s3.access-key", "me"),
                Map.entry("guildhall.objects.s3.secret-key", "really"),
                Map.entry("guildhall.objects.s3.path-style", "false"),
                Map.entry("guildhall.objects.s3.downloads", "presigned"),
                Map.entry("guildhall.objects.s3.public-endpoint", "https://files.example"),
                Map.entry("guildhall.objects.s3.link-lifetime", "1m"),
                Map.entry("guildhall.objects.s3.timeout", "2s"),
                Map.entry("guildhall.objects.s3.silence", "1s"),
                Map.entry("guildhall.objects.s3.rest", "3s"),
                Map.entry("guildhall.objects.s3.waiting", "5")));

        assertThat(config.kind()).isEqualTo(ObjectsConfig.Kind.S3);
        assertThat(config.s3().endpoint()).contains(URI.create("http://127.0.0.1:1"));
        assertThat(config.s3().region()).isEqualTo("there");
        assertThat(config.s3().bucket()).isEqualTo("mine");
        assertThat(config.s3().accessKey()).contains("me");
        assertThat(config.s3().secretKey()).contains("really");
        assertThat(config.s3().pathStyle()).isFalse();
        assertThat(config.s3().downloads()).isEqualTo(ObjectsConfig.Downloads.PRESIGNED);
        assertThat(config.s3().publicEndpoint()).contains(URI.create("https://files.example"));
        assertThat(config.s3().linkLifetime()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.s3().timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.s3().silence()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.s3().rest()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.s3().waiting()).isEqualTo(5);
    }
}
