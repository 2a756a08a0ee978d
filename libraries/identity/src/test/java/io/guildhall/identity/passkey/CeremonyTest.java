package io.guildhall.identity.passkey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers send in an authenticator's name. */
class CeremonyTest {
    private static final byte[] CHALLENGE = {1, 2, 3};

    private final Ceremony ceremony = new Ceremony("localhost", Set.of("http://localhost"));

    @Test
    void cborIsReadAsAuthenticatorsWriteIt() {
        assertThat(read("a3012003260102")).isInstanceOf(Cbor.MalformedException.class);
        assertThat(read("a30120032620" + "01")).isEqualTo(Map.of(1L, -1L, 3L, -7L, -1L, 1L));
        assertThat(read("83f5f4f6")).isEqualTo(Arrays.asList(true, false, null));
        assertThat(read("1b0000000100000000")).isEqualTo(1L << 32);
        assertThat(read("6161")).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5f",
                "9f",
                "c0",
                "1bffffffffffffffff",
                "5bffffffffffffffff",
                "5a7fffffff",
                "9a7fffffff",
                "a1",
                "a200000000",
                "a1f500",
                "fb00"
            })
    void whatIsCutShortTooLongOrOfAnotherKindIsMalformed(String hex) {
        assertThat(read(hex)).isInstanceOf(Cbor.MalformedException.class);
    }

    @Test
    void whatIsNestedWithoutEndIsMalformed() {
        assertThat(read("81".repeat(10_000))).isInstanceOf(Cbor.MalformedException.class);
    }

    /** A point beside the curve gives away parts of other keys, and opens nothing here. */
    @Test
    void aKeyBesideItsCurveIsNone() {
        String key = "a5010203262001" + "215820" + "11".repeat(32) + "225820" + "22".repeat(32);

        assertThatThrownBy(() -> CoseKey.read(HexFormat.of().parseHex(key)))
                .isInstanceOf(Cbor.MalformedException.class);
    }

    @Test
    void anythingAtAllIsAnAnswerOrNone() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            String noise = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            String client = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            ("{\"type\":\"webauthn.create\",\"challenge\":\"AQID\",\"origin\":\"http://localhost\"}")
                                    .getBytes(UTF_8));
            for (String answer : List.of(
                    noise,
                    "{\"rawId\":\"" + noise + "\"}",
                    "{\"response\":{\"clientDataJSON\":\"" + noise + "\"}}",
                    "{\"response\":{\"clientDataJSON\":\"" + client + "\",\"attestationObject\":\"" + noise + "\"}}",
                    "{\"response\":{\"clientDataJSON\":\"" + client + "\",\"authenticatorData\":\"" + noise
                            + "\",\"signature\":\"" + noise + "\"}}")) {
                assertThat(ceremony.made(answer, CHALLENGE)).isEmpty();
                assertThat(ceremony.signed(answer, CHALLENGE, noise)).isEmpty();
                Ceremony.credential(answer);
            }
        }
    }

    private static Object read(String hex) {
        try {
            return new Cbor(ByteBuffer.wrap(HexFormat.of().parseHex(hex))).next();
        } catch (Cbor.MalformedException malformed) {
            return malformed;
        }
    }
}
