package io.guildhall.guild.readstate;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ReadStateOperations;
import io.guildhall.model.payload.Json;
import jakarta.inject.Singleton;

/** The caller has read everything in a guild: what that is, the guild's owner says. */
@Singleton
public final class AckGuild implements UserOperation {
    @Override
    public Operation operation() {
        return ReadStateOperations.ACK_GUILD;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        long guild = call.id("guild_id");
        ChannelAccess access = ChannelAccess.of(user);
        return Reply.later(() -> {
            JsonNode asked = Json.object().put("user_id", Snowflake.format(access.userId()));
            access.tell(
                    Acked.STEP,
                    Json.parse(ChannelAccess.succeed(access.owners()
                                    .ask(ChannelAccess.step(Keys.guild(guild), LastMessagesSeen.STEP, asked)))
                            .getSuccess()
                            .getBody()));
            return Reply.noContent();
        });
    }
}
