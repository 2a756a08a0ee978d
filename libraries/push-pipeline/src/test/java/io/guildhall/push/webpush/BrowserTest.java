package io.guildhall.push.webpush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BrowserTest {
    private static final int LONGEST = Encryption.MOST_BYTES;

    private final Browser browser = new Browser();
    private final Recipient recipient = Recipient.of(browser.p256dh(), browser.auth());

    @Property(tries = 50)
    void aBrowserReadsWhatWasMeantForIt(@ForAll @Size(max = LONGEST) byte[] message) throws GeneralSecurityException {
        assertThat(browser.read(Encryption.encrypt(message, recipient))).isEqualTo(message);
    }

    @Test
    void anotherBrowserReadsNothing() {
        byte[] body = Encryption.encrypt(new byte[100], recipient);
        assertThatThrownBy(() -> new Browser().read(body)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void aChangeOnTheWayIsNoticed() {
        Random random = new Random(1);
        byte[] body = Encryption.encrypt(new byte[100], recipient);
        int sealed = 16 + 4 + 1 + Curve.PUBLIC_BYTES;
        body[sealed + random.nextInt(body.length - sealed)] ^= 1;
        assertThatThrownBy(() -> browser.read(body)).isInstanceOf(GeneralSecurityException.class);
    }
}
