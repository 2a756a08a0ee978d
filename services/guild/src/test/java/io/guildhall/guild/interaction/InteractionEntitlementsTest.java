package io.guildhall.guild.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.EntitlementOwners;
import io.guildhall.model.table.catalogue.Entitlements;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An application is told with an interaction what the person and the guild have of it. */
class InteractionEntitlementsTest {
    private static final long SKU = 7;

    private final AppInGuild app = new AppInGuild();

    @Test
    void whatThePersonAndTheGuildHaveNowIsTold() {
        grant(11, AppInGuild.ANN, false, false, Long.MAX_VALUE);
        grant(12, app.guild.id(), true, false, Long.MAX_VALUE);
        grant(13, AppInGuild.ANN, false, true, Long.MAX_VALUE);
        grant(14, AppInGuild.ANN, false, false, app.guild.clock().millis() - 1);
        grant(15, AppInGuild.BEN, false, false, Long.MAX_VALUE);
        app.command("\"options\":[]");
        app.run("[]");

        JsonNode told = app.received().get("entitlements");
        assertThat(told.findValuesAsText("id")).containsExactly("11", "12");
        assertThat(told.at("/1/guild_id").asText()).isEqualTo(Long.toString(app.guild.id()));
    }

    private void grant(long id, long owner, boolean toGuild, boolean deleted, long endsAt) {
        app.guild
                .storage()
                .write(List.of(
                        Write.to(Entitlements.TABLE, AppInGuild.BOT, id)
                                .set(Entitlements.SKU_ID, SKU)
                                .set(toGuild ? Entitlements.GUILD_ID : Entitlements.USER_ID, owner)
                                .set(Entitlements.DELETED, deleted)
                                .set(Entitlements.ENDS_AT, endsAt)
                                .build(),
                        Write.to(EntitlementOwners.TABLE, AppInGuild.BOT, owner, id)
                                .set(EntitlementOwners.SKU_ID, SKU)
                                .build()));
    }
}
