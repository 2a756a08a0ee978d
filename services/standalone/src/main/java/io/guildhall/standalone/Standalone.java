package io.guildhall.standalone;

import io.guildhall.model.push.DeviceProvider;
import io.guildhall.observability.process.HealthCheck;
import io.guildhall.observability.process.NettyExtensions;
import io.guildhall.push.webpush.VapidKeys;
import io.guildhall.standalone.data.DataDirectory;
import io.guildhall.standalone.data.DataDirectoryInUseException;
import io.guildhall.standalone.data.Secret;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything in one process. Claims the data directory before any service starts, so that two processes never write to
 * one store, and hands the services what they keep in it and where clients reach them.
 */
@QuarkusMain(name = "standalone")
public final class Standalone {
    static final String DATA_DIRECTORY = "guildhall.data.dir";
    private static final int MANAGEMENT_DISTANCE = 10;
    private static final int LAST_PORT = 65_535;

    private Standalone() {}

    public static void main(String[] arguments) {
        if (HealthCheck.isAskedFor(arguments)) {
            System.exit(HealthCheck.run(arguments));
        }
        Path path = Path.of(new Setting(DATA_DIRECTORY).or(".guildhall/data"));
        try (DataDirectory data = DataDirectory.claim(path)) {
            provide(data);
            int port = Integer.parseInt(new Setting("quarkus.http.port").or("8080"));
            provide(Endpoints.at(new Setting("quarkus.http.host").or("127.0.0.1"), port));
            new Setting("quarkus.management.port").provide(Integer.toString(managementPort(port)));
            NettyExtensions.find();
            Quarkus.run(arguments);
        } catch (DataDirectoryInUseException inUse) {
            System.err.println("guildhall: " + inUse.getMessage());
            System.exit(1);
        } catch (IOException failure) {
            throw new UncheckedIOException("the data directory " + path + " can't be used", failure);
        }
    }

    /** Beside the port of clients, so that several processes on one machine need to be told of one port only. */
    private static int managementPort(int port) {
        return port < LAST_PORT - MANAGEMENT_DISTANCE ? port + MANAGEMENT_DISTANCE : port - MANAGEMENT_DISTANCE;
    }

    private static void provide(DataDirectory data) throws IOException {
        new Setting("guildhall.storage.directory").provide(data.store().toString());
        new Setting("guildhall.api.attachments-directory")
                .provide(data.attachments().toString());
        new Setting("guildhall.mail.directory").provide(data.mail().toString());
        new Setting("guildhall.search.directory").provide(data.search().toString());
        new Setting("guildhall.token.secret").provide(data.secret(Secret.TOKENS));
        new Setting("guildhall.cluster.secret").provide(data.secret(Secret.CLUSTER));
        providePushKeys(data);
        System.setProperty(DATA_DIRECTORY, data.root().toString());
    }

    /** Browsers need the public one of the keys that notifications are signed with. A native executable sends none. */
    private static void providePushKeys(DataDirectory data) throws IOException {
        if (System.getProperty("org.graalvm.nativeimage.imagecode") != null) {
            return;
        }
        Setting keys = new Setting("guildhall.push.keys");
        keys.provide(data.secret(Secret.PUSH, () -> VapidKeys.generate().secret()));
        new Setting("guildhall.api.push-key")
                .provide(VapidKeys.of(keys.given().orElseThrow()).publicKey());
        new Setting("guildhall.api.push-providers").provide(String.join(",", pushProviders()));
    }

    /** Those that need no account, and those for which one is configured. */
    private static List<String> pushProviders() {
        List<String> ids = new ArrayList<>(List.of(DeviceProvider.WEB_PUSH.id(), DeviceProvider.UNIFIED_PUSH.id()));
        new Setting("guildhall.push.fcm.account").given().ifPresent(account -> ids.add(DeviceProvider.FCM.id()));
        new Setting("guildhall.push.apns.key").given().ifPresent(key -> ids.add(DeviceProvider.APNS.id()));
        return ids;
    }

    private static void provide(Endpoints endpoints) {
        new Setting("guildhall.public.api-url").provide(endpoints.api());
        new Setting("guildhall.public.gateway-url").provide(endpoints.gateway());
        new Setting("guildhall.public.cdn-url").provide(endpoints.downloads());
    }
}
