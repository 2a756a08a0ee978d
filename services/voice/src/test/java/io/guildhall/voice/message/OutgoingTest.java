package io.guildhall.voice.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.guildhall.model.payload.Json;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingTest {
    private final RecordingOutlet outlet = new RecordingOutlet();
    private final RecordingOutlet next = new RecordingOutlet();

    private static void say(Outgoing outgoing, int times) {
        IntStream.range(0, times)
                .forEach(time ->
                        outgoing.send(VoiceOpcode.SPEAKING, Json.object().put("speaking", time)));
    }

    private List<Integer> replayed() {
        return next.take().stream()
                .skip(1)
                .map(message -> message.path("seq").asInt())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6, 7})
    void olderClientsGetNoNumbers(int version) {
        say(new Outgoing(version, outlet), 2);
        assertThat(outlet.take()).hasSize(2).noneMatch(message -> message.has("seq"));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 9})
    void newerClientsGetANumberWithEachMessageThatIsRepeated(int version) {
        Outgoing outgoing = new Outgoing(version, outlet);
        say(outgoing, 2);
        outgoing.sendOnce(VoiceOpcode.VOICE_BACKEND_VERSION, Messages.backend());
        say(outgoing, 1);
        assertThat(outlet.take())
                .extracting(message -> message.path("seq").asInt(-1))
                .containsExactly(0, 1, -1, 2);
    }

    @Test
    void whoResumesGetsWhatCameMeanwhileAndNothingElse() {
        Outgoing outgoing = new Outgoing(8, outlet);
        say(outgoing, 3);
        outgoing.disconnect();
        say(outgoing, 2);
        assertThat(outgoing.resume(next, 1, NullNode.getInstance())).isTrue();
        JsonNode resumed = next.take().getFirst();
        assertThat(resumed.path("op").asInt()).isEqualTo(9);
        assertThat(resumed.has("seq")).isFalse();
        assertThat(outgoing.resume(next, 1, NullNode.getInstance())).isTrue();
        assertThat(replayed()).containsExactly(2, 3, 4);
        assertThat(outgoing.isOn(next)).isTrue();
    }

    @Test
    void whoHasNothingGetsEverythingAndWhoHasEverythingNothing() {
        Outgoing outgoing = new Outgoing(8, outlet);
        say(outgoing, 2);
        assertThat(outgoing.resume(next, -1, NullNode.getInstance())).isTrue();
        assertThat(replayed()).containsExactly(0, 1);
        assertThat(outgoing.resume(next, 1, NullNode.getInstance())).isTrue();
        assertThat(replayed()).isEmpty();
    }

    @Test
    void numbersBeginAgainAfterSixteenBits() {
        Outgoing outgoing = new Outgoing(8, outlet);
        say(outgoing, (1 << 16) + 3);
        assertThat(outgoing.resume(next, 65_534, NullNode.getInstance())).isTrue();
        assertThat(replayed()).containsExactly(65_535, 0, 1, 2);
    }

    @Test
    void whatIsKeptIsBoundedAndWhoMissedMoreBeginsAnew() {
        Outgoing outgoing = new Outgoing(8, outlet);
        say(outgoing, 600);
        assertThat(outgoing.resume(next, -1, NullNode.getInstance())).isFalse();
        assertThat(outgoing.resume(next, 50, NullNode.getInstance())).isFalse();
        assertThat(outgoing.resume(next, 700, NullNode.getInstance())).isFalse();
        assertThat(next.take()).isEmpty();
        assertThat(outgoing.resume(next, 599 - 511, NullNode.getInstance())).isTrue();
        assertThat(replayed()).hasSize(511);
    }

    @Test
    void whatIsSaidAfterTheEndGoesNowhere() {
        Outgoing outgoing = new Outgoing(8, outlet);
        outgoing.close(CloseCode.DISCONNECTED);
        say(outgoing, 1);
        assertThat(outlet.take()).isEmpty();
        assertThat(outlet.closed()).contains(CloseCode.DISCONNECTED);
    }
}
