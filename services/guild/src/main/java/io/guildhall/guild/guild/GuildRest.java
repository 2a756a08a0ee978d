package io.guildhall.guild.guild;

import io.guildhall.guild.audit.AuditWriter;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.call.Handlers;
import io.guildhall.guild.channel.GuildPlace;
import io.guildhall.guild.installation.Visitors;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildPermissions;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.RowView;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Runs a guild's operations: membership and declared permissions first, the handler, then the audit log. */
@Singleton
public final class GuildRest {
    private static final String CHANNEL_ID = "channel_id";
    private static final String INTERACTION_ID = "interaction_id";

    private final Handlers<GuildOperation> ofGuild;
    private final Handlers<ChannelOperation> ofChannel;
    private final ThreadRest threads;
    private final AuditWriter audit;

    public GuildRest(
            @All List<GuildOperation> guildOperations,
            @All List<ChannelOperation> channelOperations,
            ThreadRest threads,
            AuditWriter audit) {
        this.ofGuild = new Handlers<>(guildOperations, GuildOperation::operation);
        this.ofChannel = new Handlers<>(channelOperations, ChannelOperation::operation);
        this.threads = threads;
        this.audit = audit;
    }

    List<ReadRequest> foreseen(long guildId, RestCall rest) {
        return ofGuild(rest.getOperation(), rest.containsPath(INTERACTION_ID))
                .map(handler -> handler.foreseen(guildId, rest))
                .or(() -> ofChannel.find(rest.getOperation()).map(handler -> handler.foreseen(rest)))
                .orElse(List.of());
    }

    List<ReadRequest> following(RestCall rest, ReadRequest read, List<RowView> rows) {
        return ofChannel
                .find(rest.getOperation())
                .map(handler -> handler.following(rest, read, rows))
                .orElse(List.of());
    }

    Reply handle(GuildState guild, RestCall rest, Changes changes) {
        Operation operation = Handlers.known(rest.getOperation());
        Call call = new Call(operation, rest);
        Reply reply = guild.exists() && !call.byBot()
                ? guild.calledBy(call.callerId(), () -> run(guild, call, changes))
                : run(guild, call, changes);
        audit.write(guild, call, changes);
        return reply.orStatus(operation.status());
    }

    private Reply run(GuildState guild, Call call, Changes changes) {
        Optional<GuildThread> thread = ThreadRest.thread(guild, call);
        if (thread.isPresent()) {
            return threads.run(guild, thread.get(), call, changes);
        }
        String name = call.operation().name();
        Optional<GuildOperation> handler = ofGuild(name, call.hasPath(INTERACTION_ID));
        if (handler.isPresent()) {
            if (!handler.get().openToStrangers()) {
                check(guild, call);
            }
            return handler.get().handle(guild, call, changes);
        }
        ChannelOperation channelHandler = ofChannel.find(name).orElseThrow(() -> notHere(guild, call));
        if (guild.findMember(call.callerId()).isPresent()
                || !Visitors.mayCome(call, guild.context().storage())) {
            check(guild, call);
        } else {
            requireThere(guild);
            guild.channel(call.id(CHANNEL_ID));
        }
        return channelHandler.handle(new GuildPlace(guild, call.id(CHANNEL_ID)), call, changes);
    }

    /** The token of an interaction stands where a webhook's does: what is done with either has a handler of each kind. */
    private Optional<GuildOperation> ofGuild(String operation, boolean ofInteraction) {
        return ofInteraction ? Optional.empty() : ofGuild.find(operation);
    }

    /** What is for threads is asked of another channel, or of none. */
    private ApiException notHere(GuildState guild, Call call) {
        if (!threads.answers(call.operation())) {
            return Handlers.unknown(call.operation().name());
        }
        check(guild, call);
        return ApiException.of(ErrorCode.CANNOT_EXECUTE_ACTION_ON_THIS_CHANNEL_TYPE);
    }

    private static void requireThere(GuildState guild) {
        if (!guild.exists()) {
            throw ApiException.of(ErrorCode.UNKNOWN_GUILD);
        }
    }

    private static void check(GuildState guild, Call call) {
        requireThere(guild);
        boolean inChannel = call.operation().scope() == Scope.CHANNEL && call.hasPath(CHANNEL_ID);
        GuildMember member = guild.findMember(call.callerId())
                .orElseThrow(() -> ApiException.of(inChannel ? ErrorCode.MISSING_ACCESS : ErrorCode.UNKNOWN_GUILD));
        GuildPermissions permissions = guild.permissions();
        long needed = call.operation().permissions();
        if (inChannel) {
            GuildChannel channel = guild.channel(call.id(CHANNEL_ID));
            if (call.operation().bySight()) {
                permissions.requireSight(member, channel);
            } else {
                permissions.require(member, channel, needed);
            }
        } else {
            permissions.require(member, needed);
        }
    }
}
