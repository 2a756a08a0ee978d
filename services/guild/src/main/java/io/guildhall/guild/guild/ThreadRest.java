package io.guildhall.guild.guild;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.call.Handlers;
import io.guildhall.guild.call.ThreadOperation;
import io.guildhall.guild.installation.Visitors;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.guild.thread.ThreadPlace;
import io.guildhall.guild.thread.ThreadRules;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Runs operations of channels where the channel is a thread: membership, permissions and the thread's own rules first. */
@Singleton
public final class ThreadRest {
    private static final String CHANNEL_ID = "channel_id";

    private final Handlers<ThreadOperation> ofThread;
    private final Handlers<ChannelOperation> ofChannel;

    public ThreadRest(@All List<ThreadOperation> threadOperations, @All List<ChannelOperation> channelOperations) {
        this.ofThread = new Handlers<>(threadOperations, ThreadOperation::operation);
        this.ofChannel = new Handlers<>(channelOperations, ChannelOperation::operation);
    }

    /** The thread that the call is about, if it is about one. */
    static Optional<GuildThread> thread(GuildState guild, Call call) {
        boolean inChannel = call.operation().scope() == Scope.CHANNEL && call.hasPath(CHANNEL_ID) && guild.exists();
        return inChannel && guild.findChannel(call.id(CHANNEL_ID)).isEmpty()
                ? guild.thread(call.id(CHANNEL_ID))
                : Optional.empty();
    }

    /** Whether this is done to threads. */
    boolean answers(Operation operation) {
        return ofThread.find(operation.name()).isPresent();
    }

    Reply run(GuildState guild, GuildThread thread, Call call, Changes changes) {
        Optional<GuildMember> caller = guild.findMember(call.callerId());
        if (caller.isPresent() || !Visitors.mayCome(call, guild.context().storage())) {
            GuildMember member = caller.orElseThrow(() -> ApiException.of(ErrorCode.MISSING_ACCESS));
            guild.permissions().require(member, thread, call.operation().permissions());
            ThreadRules.require(guild, member, thread, call);
        } else {
            ThreadRules.requireOfStranger(thread, call);
        }
        String name = call.operation().name();
        return ofThread.find(name)
                .map(handler -> handler.handle(guild, thread, call, changes))
                .or(() -> ofChannel
                        .find(name)
                        .map(handler -> handler.handle(new ThreadPlace(guild, thread), call, changes)))
                .orElseThrow(() -> ApiException.of(ErrorCode.CANNOT_EXECUTE_ACTION_ON_THIS_CHANNEL_TYPE));
    }
}
