package io.guildhall.tests.simulation.world;

import io.guildhall.tests.simulation.beans.Beans;
import io.guildhall.tests.simulation.engine.Machine;

/** A process with its parts. */
public record Process(Machine machine, DiscoveryClient discovery, Beans beans) {
    /** Ends as on SIGTERM: tells the others, finishes what it can, and then is no more. */
    public void leave(Runnable gone) {
        machine.start(() -> {
            discovery.drain();
            beans.stop();
            gone.run();
        });
    }
}
