package io.guildhall.api.owner;

import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Errand;

/** Does one kind of what owners ask for with their answers, since they call nobody outside themselves. */
public interface Errands {
    /** Those that it does. */
    String name();

    /** Does not wait, and may do nothing. */
    void begin(ActorKey from, Errand errand);
}
