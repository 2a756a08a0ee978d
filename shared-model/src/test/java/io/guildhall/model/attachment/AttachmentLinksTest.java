package io.guildhall.model.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AttachmentLinksTest {
    private static final String PATH = "/attachments/1/2/cat.png";
    private static final String URL = "https://chat.example/cdn" + PATH;

    private final MovableClock clock = new MovableClock();
    private final AttachmentLinks links = new AttachmentLinks("a secret of the cluster", clock);

    @Test
    void anAddressIsGoodForADayAndThenNoMore() {
        String query = query(links.signed(URL));
        assertThat(links.left(PATH, query)).isGreaterThanOrEqualTo(AttachmentLinks.LIFETIME);
        clock.pass(AttachmentLinks.LIFETIME);
        assertThat(links.left(PATH, query)).isPositive();
        clock.pass(Duration.ofHours(1));
        assertThat(links.left(PATH, query)).isZero();
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
        assertThat(new AttachmentLinks("another secret", clock).left(PATH, query))
                .isZero();
    }

    @Test
    void whatWasGivenOutOnceIsGivenOutAnew() {
        String old = links.signed(URL);
        clock.pass(Duration.ofDays(300));
        String renewed = links.renewedAddress(old).orElseThrow();
        assertThat(links.left(PATH, query(renewed))).isPositive();
        assertThat(links.renewed("[{\"url\":\"" + old + "\"}]")).isEqualTo("[{\"url\":\"" + renewed + "\"}]");
        assertThat(links.signed(old)).isEqualTo(renewed);
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

    private static String query(String url) {
        return url.substring(url.indexOf('?') + 1);
    }

    private static final class MovableClock extends Clock {
        private Instant now = Instant.ofEpochSecond(1_800_000_000);

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
