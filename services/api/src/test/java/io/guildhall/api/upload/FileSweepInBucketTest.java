package io.guildhall.api.upload;

import io.guildhall.objects.ObjectStore;
import io.guildhall.objects.ObjectsConfig;
import io.guildhall.objects.s3.S3ObjectStore;
import io.guildhall.objects.s3.S3Stores;
import io.guildhall.testing.Settings;
import io.guildhall.testing.backend.LocalBackend;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class FileSweepInBucketTest extends FileSweepContract {
    private S3ObjectStore bucket;

    @Override
    ObjectStore store() throws IOException {
        bucket = S3Stores.open(Settings.of(ObjectsConfig.class)
                .with(Map.of(
                        "guildhall.objects.s3.endpoint", "http://" + LocalBackend.shared(LocalBackend.Kind.S3),
                        "guildhall.objects.s3.access-key", "guildhall",
                        "guildhall.objects.s3.secret-key", "guildhall-secret",
                        "guildhall.objects.s3.silence", "20s"))
                .s3());
        bucket.deleteAll("attachments");
        return bucket;
    }

    @AfterEach
    void close() {
        bucket.close();
    }
}
