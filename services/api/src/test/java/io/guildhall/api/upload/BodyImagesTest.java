package io.guildhall.api.upload;

import static io.guildhall.model.operation.Shapes.image;
import static io.guildhall.model.operation.Shapes.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.api.FakeStorage;
import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.identity.StorageAccess;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.operation.Shape;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.PictureMarks;
import io.guildhall.objects.DirectoryObjectStore;
import io.guildhall.objects.ObjectStore;
import io.guildhall.storageclient.StorageRouter;
import io.guildhall.storageclient.Timestamps;
import io.guildhall.testing.ManualClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BodyImagesTest {
    private static final String GIF = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
    private static final Shape BODY = object().nullable("avatar", image());

    @TempDir
    Path root;

    private final ManualClock clock = new ManualClock();
    private final Discovery discovery = StaticDiscovery.oneProcess("");
    private final FakeStorage fake = new FakeStorage();
    private final StorageAccess storage =
            new StorageAccess(new StorageRouter(node -> fake, discovery, new Timestamps(clock)));
    private ObjectStore store;
    private BodyImages images;
    private FileSweep sweep;

    @BeforeEach
    void open() {
        store = new DirectoryObjectStore(root);
        images = new BodyImages(store, new FileMarks(storage, clock));
        sweep = new FileSweep(storage, store, discovery, clock);
    }

    @Test
    void equalPicturesAreTwo() {
        assertThat(taken().keySet()).doesNotContainAnyElementsOf(taken().keySet());
    }

    @Test
    void aPictureThatNothingCameToShowGoesAfterAWhile() throws IOException {
        String name = stored();
        sweep.round(() -> true);
        assertThat(isThere(name)).isTrue();

        clock.advance(FileMarks.PATIENCE);
        sweep.round(() -> true);
        assertThat(isThere(name)).isFalse();
        assertThat(marksLeft(name)).isZero();
    }

    @Test
    void aPictureThatARowShowsStaysUntilItShowsItNoMore() throws IOException {
        String name = stored();
        write(PictureMarks.carried(name));
        clock.advance(FileMarks.PATIENCE);
        sweep.round(() -> true);
        assertThat(isThere(name)).isTrue();
        assertThat(marksLeft(name)).isZero();

        write(PictureMarks.gone(name));
        sweep.round(() -> true);
        assertThat(isThere(name)).isFalse();
        assertThat(marksLeft(name)).isZero();
    }

    @Test
    void aPictureOfARefusedRequestGoesAtOnce() throws IOException {
        Map<String, byte[]> pictures = taken();
        images.store(pictures);
        images.discard(pictures);
        String name = pictures.keySet().iterator().next();
        assertThat(isThere(name)).isFalse();
        assertThat(marksLeft(name)).isZero();
    }

    private Map<String, byte[]> taken() {
        Map<String, byte[]> pictures = new HashMap<>();
        images.take(BODY, Json.object().put("avatar", "data:image/gif;base64," + GIF), pictures);
        return pictures;
    }

    private String stored() {
        Map<String, byte[]> pictures = taken();
        images.store(pictures);
        return pictures.keySet().iterator().next();
    }

    private boolean isThere(String name) throws IOException {
        return store.find(BodyImages.key(name)).isPresent();
    }

    private void write(Mutation mutation) {
        storage.write(List.of(mutation)).await().indefinitely();
    }

    private int marksLeft(String name) {
        return storage.rows(
                        Read.from(PictureMarks.TABLE, PictureMarks.shard(name)).build())
                .await()
                .indefinitely()
                .size();
    }
}
