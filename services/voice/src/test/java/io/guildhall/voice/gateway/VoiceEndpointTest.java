package io.guildhall.voice.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoiceEndpointTest {
    @ParameterizedTest
    @CsvSource({"v=4, 4", "v=8, 8", "v=9, 9", "v=3, 4", "v=10, 9", "v=, 8", "v=x, 8", "encoding=json, 8", "v=7&v=9, 7"})
    void theVersionIsTheClients(String query, int version) {
        assertThat(VoiceEndpoint.version(query)).isEqualTo(version);
    }

    @Test
    void whoNamesNoneSpeaksTheEighth() {
        assertThat(VoiceEndpoint.version(null)).isEqualTo(8);
    }
}
