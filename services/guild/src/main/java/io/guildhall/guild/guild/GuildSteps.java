package io.guildhall.guild.guild;

import static java.util.function.Function.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.ChannelStep;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.call.Handlers;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.MemberEdits;
import io.guildhall.guild.thread.Places;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.User;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.UserChanged;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What other owners ask of a guild. */
@Singleton
public final class GuildSteps {
    private final Map<String, GuildStep> steps;

    public GuildSteps(@All List<GuildStep> steps, @All List<ChannelStep> ofChannels) {
        this.steps = Stream.concat(steps.stream(), ofChannels.stream().map(InChannel::new))
                .collect(Collectors.toUnmodifiableMap(GuildStep::step, identity()));
    }

    /** A step in one of the guild's channels or threads. */
    private record InChannel(ChannelStep of) implements GuildStep {
        @Override
        public String step() {
            return of.step();
        }

        @Override
        public Reply handle(GuildState guild, JsonNode body, Changes changes) {
            long channel = Snowflake.parse(body.path(ChannelStep.CHANNEL_ID).asText("0"));
            Place place = Places.find(guild, channel).orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_CHANNEL));
            return of.handle(place, body, changes);
        }

        @Override
        public List<ReadRequest> foreseen(long guildId, JsonNode body) {
            return of.foreseen(body);
        }
    }

    Reply userChanged(GuildState guild, UserChanged changed, Changes changes) {
        User user = Json.read(changed.getUser(), User.class);
        guild.findMember(Snowflake.parse(user.id()))
                .ifPresent(member -> new MemberEdits(guild, changes).save(member.withUser(user)));
        return Reply.noContent();
    }

    List<ReadRequest> foreseen(long guildId, Internal internal) {
        GuildStep step = steps.get(internal.getStep());
        return step == null ? List.of() : step.foreseen(guildId, Json.parse(internal.getBody()));
    }

    /** Whether this is asked of guilds that are deleted. */
    boolean afterDeletion(Command command) {
        GuildStep step = steps.get(command.getInternal().getStep());
        return step != null && step.afterDeletion();
    }

    Reply step(GuildState guild, Internal internal, Changes changes) {
        GuildStep step = steps.get(internal.getStep());
        if (step == null) {
            throw Handlers.unknown("The step " + internal.getStep());
        }
        return step.handle(guild, Json.parse(internal.getBody()), changes);
    }
}
