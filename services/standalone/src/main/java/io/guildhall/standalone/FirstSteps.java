package io.guildhall.standalone;

import io.guildhall.standalone.data.Marker;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says where the instance is reached and, the first time, what to do next. */
@ApplicationScoped
public class FirstSteps {
    private final Path data;
    private final Endpoints endpoints;

    FirstSteps(
            @ConfigProperty(name = Standalone.DATA_DIRECTORY) String data,
            @ConfigProperty(name = "guildhall.public.api-url") String api,
            @ConfigProperty(name = "guildhall.public.gateway-url") String gateway,
            @ConfigProperty(name = "guildhall.public.cdn-url") String downloads) {
        this.data = Path.of(data);
        this.endpoints = new Endpoints(api, gateway, downloads);
    }

    void started(@Observes StartupEvent event) throws IOException {
        System.out.println(Welcome.ready(endpoints, data));
        if (new Marker(data.resolve("welcomed")).set()) {
            System.out.println(Welcome.firstSteps(endpoints));
        }
    }
}
