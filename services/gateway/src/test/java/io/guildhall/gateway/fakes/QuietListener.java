package io.guildhall.gateway.fakes;

import io.guildhall.gateway.session.LaneContext;
import io.guildhall.gateway.session.Session;
import io.guildhall.gateway.wire.Dispatch;

/** Does nothing about what it hears of sessions. */
public class QuietListener implements LaneContext.Listener {
    @Override
    public void ended(Session session) {
        // Nobody asks.
    }

    @Override
    public void connectionChanged(Session session) {
        // Nobody asks.
    }

    @Override
    public void control(Session session, Dispatch event) {
        // Nobody asks.
    }
}
