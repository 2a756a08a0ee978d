package io.guildhall.guild.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ActivityInstances;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LaunchedActivitiesTest {
    private static final String LAUNCH = "{\"type\":12}";

    private final AppInGuild app = new AppInGuild();

    @BeforeEach
    void declare() {
        app.command("\"options\":[]");
    }

    @Test
    void beginByAnAnswerThatSaysWhichOneItIs() {
        JsonNode interaction = run(AppInGuild.ANN);

        JsonNode response = app.guild.run(app.answer(interaction, LAUNCH).query("{\"with_response\":\"true\"}"));

        String launch = interaction.path("id").asText();
        assertThat(response.at("/resource/type").asInt()).isEqualTo(12);
        assertThat(response.at("/resource/activity_instance/id").asText())
                .isEqualTo("i-%s-gc-%d-%d".formatted(launch, app.guild.id(), app.channel));
        assertThat(users()).containsExactly(AppInGuild.ANN);
        assertThat(AppInGuild.names(app.guild.takeEvents())).containsExactly("INTERACTION_SUCCESS");
    }

    @Test
    void whoComesWhileItRunsTakesPartAndItEndsWithTheLast() {
        app.guild.run(app.answer(run(AppInGuild.ANN), LAUNCH));
        long launch = row().orElseThrow().get(ActivityInstances.LAUNCH_ID);
        app.guild.run(app.answer(run(AppInGuild.BEN), LAUNCH));
        app.guild.run(app.answer(run(AppInGuild.ANN), LAUNCH));
        assertThat(users()).containsExactly(AppInGuild.ANN, AppInGuild.BEN);
        assertThat(row().orElseThrow().get(ActivityInstances.LAUNCH_ID)).isEqualTo(launch);

        app.guild.run(leave(AppInGuild.ANN));
        app.guild.run(leave(AppInGuild.ANN));
        assertThat(users()).containsExactly(AppInGuild.BEN);

        app.guild.run(leave(AppInGuild.BEN));
        assertThat(row()).isEmpty();
        app.guild.run(app.answer(run(AppInGuild.BEN), LAUNCH));
        assertThat(row().orElseThrow().get(ActivityInstances.LAUNCH_ID)).isNotEqualTo(launch);
    }

    private JsonNode run(long user) {
        app.guild.run(app.interaction(user, 2, "\"data\":{\"id\":\"3000001\",\"version\":\"1\",\"options\":[]}"));
        return app.received();
    }

    private Calls leave(long user) {
        return Calls.of("leaveActivity", user).path("channel_id", app.channel).path("application_id", AppInGuild.BOT);
    }

    private List<Long> users() {
        return row().orElseThrow().get(ActivityInstances.USERS, List.of());
    }

    private Optional<RowView> row() {
        return app.guild.storage().row(ActivityInstances.TABLE, app.channel, AppInGuild.BOT);
    }
}
