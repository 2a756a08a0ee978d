package io.guildhall.guild.follow;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.webhook.Following;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ChannelFollowers;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Other guilds say which of their webhooks write what channels of this one publish. */
@Singleton
public final class FollowerSteps {
    /** A channel that is gone publishes nothing more. */
    @Produces
    @Singleton
    public GuildStep add() {
        return new Step(Following.BEGIN, (guild, body, changes) -> {
            if (guild.findChannel(id(body, Following.CHANNEL_ID)).isPresent()) {
                changes.write(
                        Write.to(ChannelFollowers.TABLE, id(body, Following.CHANNEL_ID), id(body, Following.WEBHOOK_ID))
                                .set(ChannelFollowers.GUILD_ID, id(body, Following.GUILD_ID))
                                .build());
            }
        });
    }

    @Produces
    @Singleton
    public GuildStep remove() {
        return new Step(
                Following.END,
                (guild, body, changes) -> changes.write(Write.delete(
                        ChannelFollowers.TABLE, id(body, Following.CHANNEL_ID), id(body, Following.WEBHOOK_ID))));
    }

    private interface Action {
        void run(GuildState guild, JsonNode body, Changes changes);
    }

    private record Step(String step, Action action) implements GuildStep {
        @Override
        public Reply handle(GuildState guild, JsonNode body, Changes changes) {
            action.run(guild, body, changes);
            return Reply.noContent();
        }
    }

    private static long id(JsonNode body, String field) {
        return Snowflake.parse(body.path(field).asText("0"));
    }
}
