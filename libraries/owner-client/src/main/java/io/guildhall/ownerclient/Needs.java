package io.guildhall.ownerclient;

import io.guildhall.model.cluster.Contract;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.Operations;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.RestCall;

/** What a command asks of its owner's knowledge: what of it is newer than {@link Contract#FIRST_OWNER} says so here, or itself. */
final class Needs {
    private Needs() {}

    /** The contract number that an owner must have at least to do this as it is meant. */
    static int of(Command command) {
        int least = Math.max(Contract.FIRST_OWNER, command.getNeeds());
        return switch (command.getPayloadCase()) {
            case REST -> Math.max(least, of(command.getRest()));
            case REHEARSAL -> Math.max(least, of(command.getRehearsal()));
            case MESSAGES ->
                command.getMessages().getCommandsList().stream()
                        .mapToInt(Needs::of)
                        .reduce(least, Math::max);
            case ATTACH,
                    DETACH,
                    PRESENCE,
                    VOICE_STATE,
                    REQUEST_MEMBERS,
                    REQUEST_SOUNDS,
                    REQUEST_CHANNEL_INFO,
                    PUBLISH,
                    USER_CHANGED,
                    INTERNAL,
                    SUBSCRIBE,
                    PAYLOAD_NOT_SET -> least;
        };
    }

    private static int of(RestCall call) {
        return Operations.byName(call.getOperation()).map(Operation::since).orElse(Contract.FIRST_OWNER);
    }
}
