package io.guildhall.orchestration.stack;

import java.util.List;

/** Whether something that listens says that it is well. */
@FunctionalInterface
public interface Health {
    /** @param request as curl takes it: options, and an address */
    boolean isGood(List<String> request);
}
