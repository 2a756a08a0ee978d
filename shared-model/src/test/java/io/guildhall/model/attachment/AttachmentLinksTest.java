package io.guildhall.model.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AttachmentLinksTest {
    private static final Instant BEGIN = Instant.ofEpochSecond(1_800_000_000);
    private static final String PATH = "/attachments/1/2/cat.png";
    private static final String URL = "https://chat.example/cdn" + PATH;

    private final AttachmentLinks links = after(Duration.ZERO);

    @Test
    void anAddressIsGoodForADayAndThenNoMore() {
        String query = query(links.signed(URL));
        assertThat(links.left(PATH, query)).isGreaterThanOrEqualTo(AttachmentLinks.LIFETIME);
        assertThat(after(AttachmentLinks.LIFETIME).left(PATH, query)).isPositive();
        assertThat(after(AttachmentLinks.LIFETIME.plusHours(1)).left(PATH, query))
                .isZero();
    }

    @Test
    void itLooksLikeDiscords() {
        assertThat(links.signed(URL))
                .matches("https://chat\\.example/cdn/attachments/1/2/cat\\.png"
                        + "\\?ex=[0-9a-f]{8}&is=[0-9a-f]{8}&hm=[0-9a-f]{64}&");
    }

    @Test
    void itIsForThatFileOnlyAndNothingOfItCanBeChanged() {
        String query = query(links.signed(URL));
        assertThat(links.left("/attachments/1/3/cat.png", query)).isZero();
        assertThat(links.left("/attachments/2/2/cat.png", query)).isZero();
        assertThat(links.left(PATH, "")).isZero();
        assertThat(links.left(PATH, query.replaceFirst("ex=.", "ex=f"))).isZero();
        assertThat(links.left(PATH, query.replaceFirst("is=.", "is=0"))).isZero();
        assertThat(new AttachmentLinks("another secret", Clock.fixed(BEGIN, ZoneOffset.UTC)).left(PATH, query))
                .isZero();
    }

    @Test
    void whatWasGivenOutOnceIsGivenOutAnew() {
        String old = links.signed(URL);
        AttachmentLinks later = after(Duration.ofDays(300));
        String renewed = later.renewedAddress(old).orElseThrow();
        assertThat(later.left(PATH, query(renewed))).isPositive();
        assertThat(later.renewed("[{\"url\":\"" + old + "\"}]")).isEqualTo("[{\"url\":\"" + renewed + "\"}]");
        assertThat(later.signed(old)).isEqualTo(renewed);
    }

    @Test
    void whatWasMadeUpIsNot() {
        String madeUp = URL + "?ex=7fffffff&is=0&hm=" + "0".repeat(64) + "&";
        assertThat(links.renewedAddress(madeUp)).isEmpty();
        assertThat(links.renewedAddress(URL)).isEmpty();
        assertThat(links.renewed(madeUp)).isEqualTo(madeUp);
        assertThat(links.renewed(URL)).isEqualTo(URL);
    }

    @Test
    void otherAddressesStayAsTheyAre() {
        String picture = "https://chat.example/cdn/icons/1/2.png";
        assertThat(links.signed(picture)).isEqualTo(picture);
        assertThat(links.renewed(picture + "?x=1&hm=2")).isEqualTo(picture + "?x=1&hm=2");
    }

    /** What an instance says so long after the first one. */
    private static AttachmentLinks after(Duration time) {
        return new AttachmentLinks("a secret of the cluster", Clock.fixed(BEGIN.plus(time), ZoneOffset.UTC));
    }

    private static String query(String url) {
        return url.substring(url.indexOf('?') + 1);
    }
}
