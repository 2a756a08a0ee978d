package io.guildhall.guild.voting;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.message.MessageReads;
import io.guildhall.guild.message.PollEnd;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.PollOperations;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.catalogue.Messages;
import jakarta.inject.Singleton;
import java.util.List;

/** Ends one's own poll before its time. */
@Singleton
public final class EndPoll implements ChannelOperation {
    private final PollEnd end;

    EndPoll(PollEnd end) {
        this.end = end;
    }

    @Override
    public Operation operation() {
        return PollOperations.END_POLL;
    }

    @Override
    public List<ReadRequest> foreseen(RestCall call) {
        return MessageReads.named(call);
    }

    @Override
    public Reply handle(Place place, Call call, Changes changes) {
        PolledMessage message = PolledMessage.named(place, call, ErrorCode.CANNOT_EXPIRE_A_NON_POLL_MESSAGE);
        if (message.row().get(Messages.AUTHOR_ID) != call.callerId()) {
            throw ApiException.of(ErrorCode.CANNOT_EDIT_MESSAGE_AUTHORED_BY_ANOTHER_USER);
        }
        if (message.poll().ended()) {
            throw ApiException.of(ErrorCode.POLL_EXPIRED);
        }
        return Reply.ready(end.end(place, message.row(), message.poll(), changes));
    }
}
