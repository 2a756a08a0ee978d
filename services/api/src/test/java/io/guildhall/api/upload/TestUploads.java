package io.guildhall.api.upload;

import io.guildhall.api.FakeStorage;
import io.guildhall.api.TestPipeline;
import io.guildhall.api.config.ApiConfig;
import io.guildhall.api.config.ApiIds;
import io.guildhall.api.config.PublicUrls;
import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.identity.StorageAccess;
import io.guildhall.identity.instance.Records;
import io.guildhall.identity.instance.Settings;
import io.guildhall.model.attachment.AttachmentLinks;
import io.guildhall.model.attachment.UploadSlots;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.objects.DirectoryObjectStore;
import io.guildhall.storageclient.StorageRouter;
import io.guildhall.storageclient.Timestamps;
import java.nio.file.Path;
import java.time.Clock;

/** Uploads into the directory of a configuration, with a fake store for the marks. */
public final class TestUploads {
    private TestUploads() {}

    public static Uploads of(ApiConfig config, FakeStorage fake) {
        return uploads(config, fake, Clock.systemUTC());
    }

    public static Slots slots(ApiConfig config, FakeStorage fake, Clock clock) {
        Discovery discovery = StaticDiscovery.oneProcess("ws://127.0.0.1:1/gateway");
        StorageAccess storage = new StorageAccess(new StorageRouter(node -> fake, discovery, new Timestamps(clock)));
        return new Slots(
                new DirectoryObjectStore(Path.of(config.attachmentsDirectory())),
                new ApiIds(new SnowflakeGenerator(0, clock)),
                new PublicUrls(new TestPipeline.NoPublicUrls(), discovery, "localhost", 8080),
                new AttachmentLinks("a secret", clock),
                new UploadSlots("a secret", clock),
                new FileMarks(storage, clock),
                clock,
                config);
    }

    private static Uploads uploads(ApiConfig config, FakeStorage fake, Clock clock) {
        Discovery discovery = StaticDiscovery.oneProcess("ws://127.0.0.1:1/gateway");
        StorageAccess storage = new StorageAccess(new StorageRouter(node -> fake, discovery, new Timestamps(clock)));
        return new Uploads(
                new DirectoryObjectStore(Path.of(config.attachmentsDirectory())),
                new ApiIds(new SnowflakeGenerator(0, clock)),
                new PublicUrls(new TestPipeline.NoPublicUrls(), discovery, "localhost", 8080),
                new AttachmentLinks("a secret", clock),
                new FileMarks(storage, clock),
                new FileBound(new Settings(new Records(storage), clock), config));
    }
}
