package io.guildhall.guild.guild;

import static java.util.function.Function.identity;

import io.guildhall.guild.audit.AuditWriter;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.channel.GuildPlace;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildPermissions;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.operation.catalogue.Operations;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Runs a guild's operations: membership and declared permissions first, the handler, then the audit log. */
@Singleton
public final class GuildRest {
    private static final String CHANNEL_ID = "channel_id";

    private static final Logger LOG = Logger.getLogger(GuildRest.class);

    private final Map<String, GuildOperation> ofGuild;
    private final Map<String, ChannelOperation> ofChannel;
    private final AuditWriter audit;

    public GuildRest(
            @All List<GuildOperation> guildOperations,
            @All List<ChannelOperation> channelOperations,
            AuditWriter audit) {
        this.ofGuild =
                guildOperations.stream().collect(Collectors.toUnmodifiableMap(GuildOperation::operation, identity()));
        this.ofChannel = channelOperations.stream()
                .collect(Collectors.toUnmodifiableMap(ChannelOperation::operation, identity()));
        this.audit = audit;
    }

    List<ReadRequest> foreseen(long guildId, RestCall rest) {
        GuildOperation handler = ofGuild.get(rest.getOperation());
        if (handler != null) {
            return handler.foreseen(guildId, rest);
        }
        ChannelOperation channelHandler = ofChannel.get(rest.getOperation());
        return channelHandler == null ? List.of() : channelHandler.foreseen(rest);
    }

    Reply handle(GuildState guild, RestCall rest, Changes changes) {
        Operation operation = Operations.byName(rest.getOperation()).orElseThrow(() -> unknown(rest.getOperation()));
        Call call = new Call(operation, rest);
        Reply reply = run(guild, call, changes);
        audit.write(guild, call, changes);
        return reply.orStatus(operation.status());
    }

    private Reply run(GuildState guild, Call call, Changes changes) {
        GuildOperation handler = ofGuild.get(call.operation().name());
        if (handler != null) {
            if (!handler.openToStrangers()) {
                check(guild, call);
            }
            return handler.handle(guild, call, changes);
        }
        ChannelOperation channelHandler = ofChannel.get(call.operation().name());
        if (channelHandler == null) {
            throw unknown(call.operation().name());
        }
        check(guild, call);
        return channelHandler.handle(new GuildPlace(guild, call.id(CHANNEL_ID)), call, changes);
    }

    /** A newer node asks for what this one does not have yet. */
    private static ApiException unknown(String operation) {
        LOG.warnf("Guilds do not run %s here", operation);
        return ApiException.internal();
    }

    private static void check(GuildState guild, Call call) {
        if (!guild.exists()) {
            throw ApiException.of(ErrorCode.UNKNOWN_GUILD);
        }
        boolean inChannel = call.operation().scope() == Scope.CHANNEL && call.hasPath(CHANNEL_ID);
        GuildMember member = guild.findMember(call.callerId())
                .orElseThrow(() -> ApiException.of(inChannel ? ErrorCode.MISSING_ACCESS : ErrorCode.UNKNOWN_GUILD));
        GuildPermissions permissions = guild.permissions();
        long needed = call.operation().permissions();
        if (inChannel) {
            GuildChannel channel = guild.channel(call.id(CHANNEL_ID));
            permissions.require(member, channel, needed);
        } else {
            permissions.require(member, needed);
        }
    }
}
