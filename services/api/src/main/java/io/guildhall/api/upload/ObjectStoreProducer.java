package io.guildhall.api.upload;

import io.guildhall.api.config.ApiConfig;
import io.guildhall.objects.DirectoryObjectStore;
import io.guildhall.objects.ObjectStore;
import io.guildhall.objects.ObjectsConfig;
import io.guildhall.objects.s3.S3ObjectStore;
import io.guildhall.objects.s3.S3Stores;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/** The store that the configuration names. */
@Singleton
public class ObjectStoreProducer {
    @Produces
    @Singleton
    ObjectStore store(ObjectsConfig objects, ApiConfig config, MeterRegistry registry) {
        return switch (objects.kind()) {
            case DIRECTORY -> new DirectoryObjectStore(Path.of(config.attachmentsDirectory()));
            case S3 -> {
                S3ObjectStore store = S3Stores.open(objects.s3());
                store.measure(registry);
                yield store;
            }
        };
    }

    void close(@Disposes ObjectStore store) {
        if (store instanceof S3ObjectStore bucket) {
            bucket.close();
        }
    }
}
