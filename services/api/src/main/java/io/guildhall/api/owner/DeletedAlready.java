package io.guildhall.api.owner;

import io.guildhall.api.call.RestAnswer;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.LobbyOperations;

/** Deleting a lobby that is not there succeeds, as if it had been there until now. No actor is made for such ids only to say so. */
public final class DeletedAlready {
    private static final int NOT_FOUND = 404;

    private DeletedAlready() {}

    public static RestAnswer of(Operation operation, RestAnswer answer) {
        return operation.equals(LobbyOperations.DELETE_LOBBY) && answer.status() == NOT_FOUND
                ? RestAnswer.of(operation.status(), new byte[0])
                : answer;
    }
}
