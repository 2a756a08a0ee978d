package io.guildhall.guild.incident;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.payload.Json;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class IncidentActionsTest {
    private static final long GUEST = 2_000_001;

    private final TestGuild guild = new TestGuild();

    @Test
    void whatIsClosedForAWhileIsShownAndOpensByItself() {
        String until = inHours(23);
        guild.takeEvents();

        JsonNode answer = guild.run(set("{\"invites_disabled_until\":\"%s\"}".formatted(until)));

        assertThat(answer.get("invites_disabled_until").asText()).isEqualTo(until);
        assertThat(answer.get("dms_disabled_until").isNull()).isTrue();
        assertThat(guild.takeNames()).containsExactly("GUILD_UPDATE", "GUILD_AUDIT_LOG_ENTRY_CREATE");
        guild.reload();
        JsonNode shown = guild.run(Calls.of("getGuild", OWNER).path("guild_id", guild.id()));
        assertThat(shown.at("/incidents_data/invites_disabled_until").asText()).isEqualTo(until);
        assertThatThrownBy(() -> Incidents.requireOpenInvites(guild.state())).isInstanceOf(ApiException.class);
        guild.clock().advance(Duration.ofHours(23));
        Incidents.requireOpenInvites(guild.state());
    }

    @Test
    void whatIsNotNamedStaysAndNullOpens() {
        guild.run(set("{\"invites_disabled_until\":\"%1$s\",\"dms_disabled_until\":\"%1$s\"}".formatted(inHours(1))));
        JsonNode answer = guild.run(set("{\"invites_disabled_until\":null}"));
        assertThat(answer.get("invites_disabled_until").isNull()).isTrue();
        assertThat(answer.get("dms_disabled_until").asText()).isEqualTo(inHours(1));
        guild.takeEvents();
        guild.run(set("{}"));
        assertThat(guild.takeEvents()).isEmpty();
        Incidents.requireOpenInvites(guild.state());
        assertThat(Incidents.lettersOpen(guild.state().row(), guild.clock().millis()))
                .isFalse();
    }

    @Test
    void aDayIsTheMostAndOnlyThoseWhoManageTheGuildMay() {
        assertThat(guild.refusal(set("{\"dms_disabled_until\":\"%s\"}".formatted(inHours(25)))))
                .isEqualTo(50035);
        guild.join(GUEST, "guest");
        assertThat(guild.refusal(Calls.of("updateIncidentActions", GUEST)
                        .path("guild_id", guild.id())
                        .body("{}")))
                .isEqualTo(50013);
    }

    @Test
    void theFeatureClosesInvitesUntilItIsTakenAway() {
        Calls update = Calls.of("updateGuild", OWNER).path("guild_id", guild.id());
        guild.run(update.body("{\"features\":[\"INVITES_DISABLED\"]}"));
        assertThatThrownBy(() -> Incidents.requireOpenInvites(guild.state())).isInstanceOf(ApiException.class);
        guild.run(update.body("{\"features\":[]}"));
        Incidents.requireOpenInvites(guild.state());
    }

    private Calls set(String body) {
        return Calls.of("updateIncidentActions", OWNER)
                .path("guild_id", guild.id())
                .body(body);
    }

    private String inHours(int hours) {
        return Json.timestamp(guild.clock().millis() + Duration.ofHours(hours).toMillis());
    }
}
