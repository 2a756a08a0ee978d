package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.Operations;
import io.guildhall.model.permission.Permission;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Says whether somebody may send files to a channel with an operation, before any is taken in. The operation itself is still
 * checked when it comes.
 */
@Singleton
public final class AllowFiles implements GuildStep {
    public static final String STEP = "allowFiles";

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public Reply handle(GuildState guild, JsonNode body, Changes changes) {
        long user = Snowflake.parse(body.path("user_id").asText());
        long channel = Snowflake.parse(body.path("channel_id").asText());
        GuildMember member = guild.findMember(user).orElseThrow(() -> ApiException.of(ErrorCode.MISSING_ACCESS));
        Optional<GuildThread> thread =
                guild.findChannel(channel).isPresent() ? Optional.empty() : guild.thread(channel);
        if (thread.isPresent()) {
            guild.permissions().require(member, thread.get(), needed(body));
        } else {
            guild.permissions().require(member, guild.channel(channel), needed(body));
        }
        return Reply.noContent();
    }

    /** What the operation in this body needs when it brings files. */
    public static long needed(JsonNode body) {
        long declared = Operations.byName(body.path("operation").asText())
                .map(Operation::permissions)
                .orElse(Permission.NONE);
        return declared | Permission.ATTACH_FILES.mask();
    }
}
