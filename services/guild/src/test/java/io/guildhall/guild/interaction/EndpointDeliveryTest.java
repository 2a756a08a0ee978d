package io.guildhall.guild.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.interaction.Delivery;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Applications;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An application that has named an address is called there, by api, and its sessions hear nothing. */
class EndpointDeliveryTest {
    private static final String URL = "https://bot.example/interactions";

    private final AppInGuild app = new AppInGuild();

    EndpointDeliveryTest() {
        app.guild
                .storage()
                .write(List.of(Write.to(Applications.TABLE, AppInGuild.BOT)
                        .set(Applications.INTERACTIONS_ENDPOINT_URL, URL)
                        .build()));
        app.command("\"options\":[]");
        app.guild.takeEvents();
    }

    @Test
    void theInteractionIsInTheAnswerAndInNoEventOfTheApplication() {
        Delivery delivery = Delivery.of(use());

        assertThat(delivery.url()).isEqualTo(URL);
        assertThat(delivery.applicationId()).isEqualTo(AppInGuild.BOT);
        assertThat(delivery.interaction().path("data").path("name").asText()).isEqualTo("ask");
        assertThat(app.guild.takeEvents())
                .filteredOn(event -> event.getName().equals("INTERACTION_CREATE"))
                .map(Event::getOnlyUsersList)
                .containsExactly(List.of(AppInGuild.ANN));
    }

    @Test
    void itsTokenAnswersIt() {
        JsonNode interaction = Delivery.of(use()).interaction();

        app.guild.run(app.answer(interaction, "{\"type\":4,\"data\":{\"content\":\"hi\"}}"));

        assertThat(app.original(interaction).path("content").asText()).isEqualTo("hi");
    }

    private JsonNode use() {
        return app.guild.run(
                app.interaction(AppInGuild.ANN, 2, "\"data\":{\"id\":\"3000001\",\"version\":\"1\",\"options\":[]}"));
    }
}
