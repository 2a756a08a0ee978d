package io.guildhall.standalone;

import io.guildhall.standalone.data.Marker;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says where the instance listens and, the first time, what to do next. */
@ApplicationScoped
public class FirstSteps {
    private final Path data;
    private final String host;
    private final int port;

    FirstSteps(
            @ConfigProperty(name = Standalone.DATA_DIRECTORY) String data,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.data = Path.of(data);
        this.host = host;
        this.port = port;
    }

    void started(@Observes StartupEvent event) throws IOException {
        Endpoints endpoints = Endpoints.at(host, port);
        System.out.println(Welcome.ready(endpoints, data));
        if (new Marker(data.resolve("welcomed")).set()) {
            System.out.println(Welcome.firstSteps(endpoints));
        }
    }
}
