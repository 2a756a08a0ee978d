package io.guildhall.api.cdn;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.api.FakeStorage;
import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.identity.StorageAccess;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.WebhookAvatars;
import io.guildhall.storageclient.StorageRouter;
import io.guildhall.storageclient.Timestamps;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookPicturesTest {
    private static final String ADDRESS = "https://example.org/smee.png";

    private final FakeStorage fake = new FakeStorage();
    private final StorageAccess storage = new StorageAccess(new StorageRouter(
            node -> fake, StaticDiscovery.oneProcess("ws://127.0.0.1:1/gateway"), new Timestamps(Clock.systemUTC())));
    private final WebhookPictures pictures = new WebhookPictures(storage);

    @Test
    void anAvatarThatAMessageWasSentWithIsFoundByItsHash() {
        write(ADDRESS);

        assertThat(pictures.find("avatars", "5", WebhookAvatars.hash(ADDRESS))).contains(URI.create(ADDRESS));
        assertThat(pictures.find("avatars", "6", WebhookAvatars.hash(ADDRESS))).isEmpty();
        assertThat(pictures.find("icons", "5", WebhookAvatars.hash(ADDRESS))).isEmpty();
        assertThat(pictures.find("avatars", "x", WebhookAvatars.hash(ADDRESS))).isEmpty();
    }

    @Test
    void nobodyIsSentToWhatIsNoAddress() {
        String broken = "https://example.org/a b\r\nc";
        write(broken);

        assertThat(pictures.find("avatars", "5", WebhookAvatars.hash(broken))).isEmpty();
    }

    private void write(String address) {
        storage.write(List.of(Write.to(WebhookAvatars.TABLE, 5L, WebhookAvatars.hash(address))
                        .set(WebhookAvatars.URL, address)
                        .build()))
                .await()
                .indefinitely();
    }
}
