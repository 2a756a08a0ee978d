package io.guildhall.voice.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.testing.Settings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VoiceConfigTest {
    static Stream<Arguments> keys() {
        return Stream.of(
                key("endpoint", "a:1", Optional.empty(), Optional.of("a:1"), VoiceConfig::endpoint),
                key("host", "0.0.0.0", "127.0.0.1", "0.0.0.0", VoiceConfig::host),
                key("port", "5", 50_000, 5, VoiceConfig::port),
                key(
                        "public-address",
                        "192.0.2.1",
                        Optional.empty(),
                        Optional.of("192.0.2.1"),
                        VoiceConfig::publicAddress),
                key("public-port", "5", Optional.empty(), Optional.of(5), VoiceConfig::publicPort),
                key(
                        "heartbeat-interval",
                        "1S",
                        Duration.ofMillis(13_750),
                        Duration.ofSeconds(1),
                        VoiceConfig::heartbeatInterval),
                key(
                        "identify-timeout",
                        "1S",
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(1),
                        VoiceConfig::identifyTimeout),
                key("resume-timeout", "1S", Duration.ofSeconds(30), Duration.ofSeconds(1), VoiceConfig::resumeTimeout),
                key("token-life", "1S", Duration.ofSeconds(60), Duration.ofSeconds(1), VoiceConfig::tokenLife),
                key("owner-patience", "1S", Duration.ofSeconds(3), Duration.ofSeconds(1), VoiceConfig::ownerPatience),
                key("max-connections", "5", 20_000, 5, VoiceConfig::maxConnections),
                key("max-connections-per-address", "5", 2_000, 5, VoiceConfig::maxConnectionsPerAddress),
                key("max-payload", "5", 4_096, 5, VoiceConfig::maxPayload),
                key("max-frames", "5", 240, 5, VoiceConfig::maxFrames),
                key("max-packets", "5", 500, 5, VoiceConfig::maxPackets),
                key("max-speakers", "5", 25, 5, VoiceConfig::maxSpeakers));
    }

    private static Arguments key(
            String key, String given, Object otherwise, Object expected, Function<VoiceConfig, Object> value) {
        return Arguments.of("guildhall.voice." + key, given, otherwise, expected, value);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keys")
    void eachKeyIsRead(
            String key, String given, Object otherwise, Object expected, Function<VoiceConfig, Object> value) {
        assertThat(value.apply(Settings.of(VoiceConfig.class).defaults())).isEqualTo(otherwise);
        assertThat(value.apply(Settings.of(VoiceConfig.class).with(Map.of(key, given))))
                .isEqualTo(expected);
    }

    @Test
    void thereAreNoOtherKeys() {
        Settings.of(VoiceConfig.class)
                .assertAllKeys(keys().map(key -> (String) key.get()[0]).toList());
    }
}
