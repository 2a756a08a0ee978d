package io.guildhall.voice.room;

import static io.guildhall.voice.room.TestVoice.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.identity.voice.VoiceToken;
import io.guildhall.model.payload.Json;
import io.guildhall.voice.message.CloseCode;
import io.guildhall.voice.message.Outgoing;
import io.guildhall.voice.message.RecordingOutlet;
import io.guildhall.voice.room.TestVoice.Client;
import io.guildhall.voice.room.TestVoice.Sent;
import io.guildhall.voicemedia.AeadMode;
import io.guildhall.voicemedia.MediaKey;
import io.guildhall.voicemedia.Seals;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MediaTest {
    private static final long HALL = 55;
    private static final byte[] OPUS = {1, 2, 3, 4, 5};
    private static final InetSocketAddress STRANGER = new InetSocketAddress("127.0.0.9", 9);

    private final TestVoice voice = new TestVoice(2);

    private Client client(long user, AeadMode mode) {
        return voice.new Client(user, HALL, mode, ALL);
    }

    private Client client(long user) {
        return client(user, AeadMode.AES256_GCM);
    }

    @ParameterizedTest
    @EnumSource
    void whatOneSaysEachOtherHearsUnderItsOwnKey(AeadMode mode) {
        Client speaker = client(1, mode);
        Client one = client(2, AeadMode.AES256_GCM);
        Client other = client(3, AeadMode.XCHACHA20_POLY1305);
        voice.new Client(4, HALL + 1, mode, ALL);
        speaker.say(OPUS);
        List<Sent> sent = voice.takeSent();
        assertThat(sent).extracting(Sent::to).containsExactly(one.address, other.address);
        assertThat(one.open(sent.get(0))).isEqualTo(OPUS);
        assertThat(other.open(sent.get(1))).isEqualTo(OPUS);
        byte[] header = Arrays.copyOf(speaker.packet(OPUS), TestVoice.HEADER);
        assertThat(sent.get(0).bytes()).startsWith((byte) 0x80, (byte) 120, (byte) 0, (byte) 0);
        assertThat(Arrays.copyOfRange(sent.get(1).bytes(), 8, 12)).isEqualTo(Arrays.copyOfRange(header, 8, 12));
    }

    @Test
    void noNonceIsUsedTwiceWithAKeyNorOneOfTheClients() {
        Client speaker = client(1);
        client(2);
        speaker.say(OPUS);
        speaker.say(OPUS);
        assertThat(voice.takeSent())
                .extracting(sent -> Seals.nonce(sent.bytes(), sent.bytes().length))
                .containsExactly(0x80000000, 0x80000001);
    }

    @Test
    void aPacketThatIsSentAgainIsNotForwardedAgain() {
        Client speaker = client(1);
        client(2);
        byte[] packet = speaker.packet(OPUS);
        voice.receive(packet, speaker.address);
        voice.receive(packet, speaker.address);
        assertThat(voice.takeSent()).hasSize(1);
        assertThat(voice.refusedCount()).isEqualTo(1);
    }

    @Test
    void aPacketOfOursThatIsSentBackIsNothing() {
        Client speaker = client(1);
        Client listener = client(2);
        speaker.say(OPUS);
        Sent ours = voice.takeSent().getFirst();
        byte[] back = ours.bytes().clone();
        voice.receive(back, listener.address);
        assertThat(voice.takeSent()).isEmpty();
        speaker.nonce(0x80000000);
        speaker.say(OPUS);
        assertThat(voice.takeSent()).isEmpty();
    }

    @Test
    void mediaFollowsAClientWhoseAddressChangesAndNobodyElse() {
        Client speaker = client(1);
        Client listener = client(2);
        byte[] old = listener.packet(OPUS);
        listener.address = new InetSocketAddress("127.0.0.5", 5);
        listener.say(OPUS);
        voice.takeSent();
        speaker.say(OPUS);
        assertThat(voice.takeSent()).extracting(Sent::to).containsExactly(listener.address);

        voice.receive(listener.packet(OPUS).clone(), listener.address);
        voice.receive(old, STRANGER);
        byte[] forged = listener.packet(OPUS);
        forged[20] ^= 1;
        voice.receive(forged, STRANGER);
        voice.receive(TestVoice.discovery(listener.member.ssrc()), STRANGER);
        voice.takeSent();
        speaker.say(OPUS);
        assertThat(voice.takeSent()).extracting(Sent::to).containsExactly(listener.address);
    }

    @Test
    void whoMayNotSpeakIsNotHeardFromTheNextPacketOn() {
        Client speaker = client(1);
        Client listener = client(2);
        speaker.say(OPUS);
        assertThat(voice.takeSent()).hasSize(1);
        listener.outlet.take();
        voice.rooms().rights(speaker.member, new Rights(false, true, false));
        speaker.say(OPUS);
        assertThat(voice.takeSent()).isEmpty();
        assertThat(listener.outlet.take())
                .extracting(message -> message.path("d").path("speaking").asInt(-1))
                .containsExactly(0);
        voice.rooms().rights(speaker.member, ALL);
        speaker.say(OPUS);
        assertThat(voice.takeSent()).hasSize(1);
    }

    @Test
    void whoMayNotHearIsSentNothing() {
        Client speaker = client(1);
        Client listener = client(2);
        voice.rooms().rights(listener.member, new Rights(true, false, false));
        speaker.say(OPUS);
        assertThat(voice.takeSent()).isEmpty();
    }

    @Test
    void whoseFirstPacketOvertakesWhatItSaysOfItselfIsHeard() {
        Client silent = voice.new Client(1, HALL, AeadMode.AES256_GCM, ALL, false);
        Client listener = client(2);
        assertThat(listener.outlet.take())
                .filteredOn(message -> message.path("op").asInt() == 5)
                .extracting(message -> message.path("d").path("ssrc").asInt())
                .containsExactly(silent.member.ssrc());
        silent.say(OPUS);
        assertThat(voice.takeSent()).hasSize(1);
    }

    @Test
    void whoIsDisconnectedNeitherSendsNorReceives() {
        Client speaker = client(1);
        Client listener = client(2);
        Client other = client(3);
        voice.rooms().end(listener.member, CloseCode.DISCONNECTED);
        assertThat(listener.outlet.closed()).contains(CloseCode.DISCONNECTED);
        speaker.say(OPUS);
        assertThat(voice.takeSent()).extracting(Sent::to).containsExactly(other.address);
        voice.rooms().end(speaker.member, CloseCode.DISCONNECTED);
        speaker.say(OPUS);
        assertThat(voice.takeSent()).isEmpty();
        assertThat(voice.droppedCount()).isEqualTo(1);
    }

    @Test
    void whoComesAgainTakesThePlaceOfItsFormerSession() {
        Client former = client(1);
        client(1);
        assertThat(former.outlet.closed()).contains(CloseCode.DISCONNECTED);
        assertThat(voice.rooms().size()).isEqualTo(1);
    }

    @Test
    void whoWantsNothingOfSomebodyIsSentNothingOfIt() {
        Client speaker = client(1);
        Client listener = client(2);
        JsonNode none = Json.object().put(Integer.toString(speaker.member.ssrc()), 0);
        listener.member.wants(none);
        speaker.say(OPUS);
        assertThat(voice.takeSent()).isEmpty();
        listener.member.wants(Json.object().put("any", 0));
        speaker.say(OPUS);
        assertThat(voice.takeSent()).isEmpty();
        listener.member.wants(Json.object().put("any", 100));
        speaker.say(OPUS);
        assertThat(voice.takeSent()).hasSize(1);
    }

    @Test
    void noMoreAreHeardAtOneTimeThanAreForwarded() {
        Client listener = voice.new Client(9, HALL, AeadMode.AES256_GCM, ALL);
        List<Client> speakers = List.of(client(1), client(2), client(3));
        speakers.forEach(speaker -> speaker.say(OPUS));
        assertThat(to(listener)).isEqualTo(2);
        voice.rooms().rights(speakers.get(2).member, new Rights(true, true, true));
        speakers.get(2).say(OPUS);
        assertThat(to(listener)).isEqualTo(1);
        voice.rooms().rights(speakers.get(2).member, new Rights(false, true, false));
        voice.pass(1_001);
        Client late = client(4);
        late.say(OPUS);
        assertThat(to(listener)).isEqualTo(1);
    }

    private long to(Client listener) {
        return voice.takeSent().stream()
                .filter(sent -> sent.to().equals(listener.address))
                .count();
    }

    @Test
    void aFloodOfAMemberIsDroppedAndPasses() {
        Client speaker = client(1);
        client(2);
        for (int packet = 0; packet < 700; packet++) {
            speaker.say(OPUS);
        }
        assertThat(voice.takeSent()).hasSize(500);
        voice.pass(1_000);
        speaker.say(OPUS);
        assertThat(voice.takeSent()).hasSize(1);
    }

    @Test
    void strangersGetNothingButTheEchoOfAPing() {
        client(1);
        voice.receive(TestVoice.discovery(77), STRANGER);
        voice.receive(new byte[] {0, 1, 2, 3, 4, 5, 6, 7}, STRANGER);
        voice.receive(new byte[100], STRANGER);
        assertThat(voice.takeSent()).isEmpty();
        voice.receive(new byte[] {0x13, 0x37, (byte) 0xCA, (byte) 0xFE, 1, 2, 3, 4}, STRANGER);
        assertThat(voice.takeSent()).singleElement().satisfies(sent -> assertThat(sent.bytes())
                .hasSize(8));
    }

    @Test
    void whoAsksForItsAddressTooOftenIsNotAnswered() {
        Client asking = client(1);
        for (int time = 0; time < 50; time++) {
            voice.receive(TestVoice.discovery(asking.member.ssrc()), STRANGER);
        }
        assertThat(voice.takeSent()).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void newcomersLearnWhoIsThereAndWhoSpeaks() {
        Client first = client(1);
        assertThat(first.outlet.takeOpcodes()).isEmpty();
        Client second = client(2);
        assertThat(second.outlet.take())
                .extracting(message -> message.path("op").asInt())
                .containsExactly(11, 18, 20, 5);
        assertThat(first.outlet.takeOpcodes()).containsExactly(11, 18, 20, 5, 5);
        voice.rooms().end(second.member, CloseCode.DISCONNECTED);
        assertThat(first.outlet.take()).singleElement().satisfies(gone -> {
            assertThat(gone.path("op").asInt()).isEqualTo(13);
            assertThat(gone.path("d").path("user_id").asText()).isEqualTo("2");
        });
    }

    @Test
    void whoStaysAwayForTooLongIsGone() {
        Client gone = client(1);
        gone.member.detached(1_000);
        voice.rooms().endDetached(1_000);
        assertThat(voice.rooms().size()).isEqualTo(1);
        voice.rooms().endDetached(1_001);
        assertThat(voice.rooms().size()).isZero();
        assertThat(voice.rooms().count()).isZero();
    }

    /** Whoever knows its number could have what it hears sent elsewhere. */
    @Test
    void nobodyIsToldTheNumberOfSomebodyWhoHasNoKeyYet() {
        Client watcher = client(1);
        Member late = new Member(
                new VoiceToken(2, 7, HALL, 0, 2),
                "token",
                "session",
                ALL,
                new Outgoing(8, new RecordingOutlet()),
                500,
                1_000_000_000_000L);
        voice.rooms().admit(late);
        voice.rooms().enter(late);
        voice.rooms().announce(late, 1);
        assertThat(numbers(watcher)).doesNotContain(late.ssrc());
        voice.rooms().use(late, MediaKey.generate(AeadMode.AES256_GCM, new SecureRandom()));
        assertThat(numbers(watcher)).contains(late.ssrc());
    }

    private static List<Integer> numbers(Client client) {
        return client.outlet.take().stream()
                .map(message -> message.path("d").path("ssrc").asInt())
                .toList();
    }
}
