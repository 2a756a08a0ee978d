package io.guildhall.guild.stage;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.collection.LongMap;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.VoiceStates.InVoice;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.StageInstances;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Ends what goes on on stages on which nobody has spoken for minutes. A guild looks before each command, and is woken by this step when
 * a stage falls silent.
 */
@Singleton
public final class StageClock implements GuildStep {
    private static final String STEP = "stagesDue";
    private static final Duration SILENCE = Duration.ofMinutes(5);

    @Override
    public String step() {
        return STEP;
    }

    /** What is due was done before this step, as before every command. */
    @Override
    public Reply handle(GuildState guild, JsonNode body, Changes changes) {
        return Reply.noContent();
    }

    /** Does what is due. */
    public static void catchUp(GuildState guild, Changes changes) {
        if (!guild.exists() || Stages.of(guild).byChannel().isEmpty()) {
            return;
        }
        Stages stages = Stages.of(guild);
        Set<Long> spokenOn = spokenOn(guild);
        LongMap<Long> silent = LongMap.empty();
        for (RowView stage : List.copyOf(stages.byChannel().values())) {
            long channel = stage.get(StageInstances.CHANNEL_ID);
            if (!spokenOn.contains(channel)) {
                silent = silent.with(channel, stages.silentSince().find(channel).orElse(guild.now()));
            }
        }
        guild.putPart(stages.withSilentSince(silent));
        for (RowView stage : List.copyOf(stages.byChannel().values())) {
            Long since = silent.get(stage.get(StageInstances.CHANNEL_ID));
            if (since == null) {
                continue;
            }
            if (guild.now() - since >= SILENCE.toMillis()) {
                new StageEdits(guild, changes).delete(stage);
            } else if (!stages.silentSince().contains(stage.get(StageInstances.CHANNEL_ID))) {
                changes.stepLater(guild.context().key(), STEP, SILENCE.plusSeconds(1));
            }
        }
    }

    private static Set<Long> spokenOn(GuildState guild) {
        Set<Long> channels = new HashSet<>();
        for (InVoice state : guild.voice().all()) {
            if (!state.suppressed()) {
                channels.add(state.channelId());
            }
        }
        return channels;
    }
}
