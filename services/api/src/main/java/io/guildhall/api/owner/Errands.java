package io.guildhall.api.owner;

import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Errand;

/** Does what owners ask for with their answers, since they call nobody outside themselves. */
@FunctionalInterface
public interface Errands {
    /** Does not wait, and may do nothing. */
    void begin(ActorKey from, Errand errand);
}
