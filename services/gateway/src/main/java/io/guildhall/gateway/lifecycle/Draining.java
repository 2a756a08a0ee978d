package io.guildhall.gateway.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether this node is on its way down. */
@ApplicationScoped
public class Draining {
    private volatile boolean active;

    /** True once the node takes no new connections. */
    public boolean active() {
        return active;
    }

    public void begin() {
        active = true;
    }
}
