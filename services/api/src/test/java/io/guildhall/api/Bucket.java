package io.guildhall.api;

import io.guildhall.testing.backend.LocalBackend;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.function.Consumer;

/** A store of one test's own, which may kill it and start it again. */
public final class Bucket implements QuarkusTestResourceLifecycleManager {
    private LocalBackend backend;

    @Override
    public Map<String, String> start() {
        backend = LocalBackend.start(LocalBackend.Kind.S3, "bucket");
        return Map.of(
                "guildhall.objects.kind", "s3",
                "guildhall.objects.s3.endpoint", "http://" + backend.address(),
                "guildhall.objects.s3.access-key", "guildhall",
                "guildhall.objects.s3.secret-key", "guildhall-secret",
                "guildhall.objects.s3.silence", "20s",
                "guildhall.objects.s3.rest", "1ms",
                "guildhall.objects.s3.downloads", "presigned");
    }

    @Override
    public void inject(TestInjector injector) {
        Consumer<Boolean> running = runs -> {
            if (runs) {
                backend.start();
            } else {
                backend.kill();
            }
        };
        injector.injectIntoFields(running, new TestInjector.MatchesType(Consumer.class));
    }

    @Override
    public void stop() {
        backend.kill();
    }
}
