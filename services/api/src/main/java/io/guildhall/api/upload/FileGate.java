package io.guildhall.api.upload;

import io.guildhall.model.error.ApiException;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.operation.Operation;
import java.util.Map;

/** Says whether files may come, before the first one is stored. */
public interface FileGate {
    /**
     * @param path the operation's path
     * @throws ApiException when they may not
     */
    void require(Identity caller, Operation operation, Map<String, String> path);
}
