package io.guildhall.observability.process;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * Where the process of every service begins. With {@code healthcheck} as its argument it only asks the process that runs
 * beside it whether it is ready, and ends with what it heard: containers without a shell have no other way to ask.
 */
@QuarkusMain(name = "service")
public final class ServiceMain {
    ServiceMain() {}

    public static void main(String... arguments) {
        if (HealthCheck.isAskedFor(arguments)) {
            System.exit(HealthCheck.run(arguments));
        }
        NettyExtensions.find();
        Quarkus.run(arguments);
    }
}
