package io.guildhall.guild.stage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildView;
import io.guildhall.guild.state.MovedSight;
import io.guildhall.guild.state.VoiceEvents;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.StageInstances;

/** What goes on on a stage, as answers and events show it. */
public final class StageView {
    static final long GUILD_ONLY = 2;

    private StageView() {}

    /** Whether something goes on on the stage. */
    public static boolean isOn(GuildState guild, long channelId) {
        return Stages.of(guild).byChannel().contains(channelId);
    }

    static ObjectNode json(RowView stage) {
        return Json.object()
                .put("id", Snowflake.format(stage.get(StageInstances.INSTANCE_ID)))
                .put("guild_id", Snowflake.format(stage.get(StageInstances.GUILD_ID)))
                .put("channel_id", Snowflake.format(stage.get(StageInstances.CHANNEL_ID)))
                .put("topic", stage.get(StageInstances.TOPIC))
                .put("privacy_level", stage.get(StageInstances.PRIVACY_LEVEL, GUILD_ONLY))
                .put("discoverable_disabled", true)
                .put(
                        "guild_scheduled_event_id",
                        stage.find(StageInstances.EVENT_ID)
                                .map(Snowflake::format)
                                .orElse(null));
    }

    /** What is told of one that is over to those who do not see its channel, which they know by its id alone. */
    static ObjectNode gone(RowView stage) {
        return json(stage).put("topic", MovedSight.HIDDEN_NAME).putNull("guild_scheduled_event_id");
    }

    /** Those that a member sees, as GUILD_CREATE lists them. */
    public static void putSeen(ArrayNode list, GuildView guild, GuildMember member) {
        Stages.shown(guild).byChannel().values().stream()
                .filter(stage -> VoiceEvents.maySee(guild, member, stage.get(StageInstances.CHANNEL_ID)))
                .forEach(stage -> list.add(json(stage)));
    }
}
