package io.guildhall.guild.privatechannel;

import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.HttpMethod;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ActivityOperations;
import io.guildhall.model.operation.catalogue.ChannelOperations;
import io.guildhall.model.operation.catalogue.InteractionOperations;
import io.guildhall.model.operation.catalogue.MessageOperations;
import io.guildhall.model.operation.catalogue.ReactionOperations;
import java.util.Set;

/**
 * Which operations in the channel of two reach the other one, by a message or an event, and so are only for who may write to the other.
 * Every operation that changes something does, unless it is said here that it does not.
 */
final class Reach {
    /** They take back one's own, are about one's own list, or are of groups, which have rules of their own. */
    private static final Set<Operation> WITHOUT = Set.of(
            MessageOperations.DELETE_MESSAGE,
            ReactionOperations.DELETE_MY_REACTION,
            ActivityOperations.LEAVE_ACTIVITY,
            ChannelOperations.UPDATE_CHANNEL,
            ChannelOperations.DELETE_CHANNEL,
            ChannelOperations.ADD_RECIPIENT,
            ChannelOperations.REMOVE_RECIPIENT);

    private Reach() {}

    /** What comes with a token answers somebody who asked for it. */
    static boolean isNeeded(Operation operation) {
        return operation.method() != HttpMethod.GET
                && operation.access() != Access.TOKEN
                && !WITHOUT.contains(operation);
    }

    /** An application that a person has installed answers that person whether or not both belong to one guild. */
    static boolean isForStrangers(Operation operation) {
        return operation.equals(InteractionOperations.CREATE_INTERACTION);
    }

    /** What is answered to who does not reach the other. */
    static ErrorCode refusal(Operation operation) {
        return operation.equals(ReactionOperations.ADD_MY_REACTION)
                ? ErrorCode.REACTION_WAS_BLOCKED
                : ErrorCode.CANNOT_SEND_MESSAGES_TO_THIS_USER;
    }
}
