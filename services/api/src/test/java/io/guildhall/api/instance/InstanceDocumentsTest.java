package io.guildhall.api.instance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.Configs;
import io.guildhall.api.TestPipeline;
import io.guildhall.api.admin.Office;
import io.guildhall.api.config.PublicUrls;
import io.guildhall.api.upload.FileBound;
import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.operation.catalogue.AdminOperations;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How clients that know only an instance's name find the rest, and what they learn of it. */
class InstanceDocumentsTest {
    private final Office office = new Office();
    private final InstanceDocuments documents = new InstanceDocuments(
            office.settings,
            new PublicUrls(
                    new TestPipeline.NoPublicUrls(),
                    StaticDiscovery.oneProcess("ws://127.0.0.1:1/gateway"),
                    "localhost",
                    8080),
            new FileBound(office.settings, Configs.api(Map.of())));

    /** They put the two together themselves. */
    @Test
    void theNameLeadsToTheDomainsAndTheseToEveryPart() {
        URI api = URI.create(documents.wellKnown().path("api").asText());
        assertThat(api).hasToString("http://localhost:8080/api/v9");

        JsonNode domains = documents.domains();
        assertThat(domains.path("apiEndpoint").asText()).isEqualTo(api.toString());
        assertThat(domains.path("gateway").asText()).isEqualTo("ws://127.0.0.1:1/gateway");
        assertThat(domains.path("cdn").asText()).isEqualTo("http://localhost:8080/cdn");
        JsonNode parts = documents.wellKnownForClients();
        assertThat(parts.at("/api/baseUrl").asText() + "/api/v9").isEqualTo(api.toString());
        assertThat(parts.at("/gateway/baseUrl").asText()).isEqualTo("ws://127.0.0.1:1/gateway");
        assertThat(parts.at("/cdn/baseUrl").asText()).isEqualTo("http://localhost:8080/cdn");
    }

    @Test
    void whatAdministratorsSetIsWhatEverybodyReads() {
        assertThat(documents.instance().path("instanceName").asText()).isEqualTo("Guildhall");
        assertThat(documents.limits().at("/message/maxAttachmentSize").asLong()).isEqualTo(26_214_400);
        assertThat(documents.config().at("/register/disabled").asBoolean()).isFalse();

        set("""
            {"instance_name":"Our hall","registration":"invitation","proof_of_work_bits":12,"max_file_bytes":1000,
             "guilds_per_person":3,"members_per_guild":50,"contact":"us@example.org","terms_url":"https://example.org/t"}\
            """);

        assertThat(documents.instance().path("instanceName").asText()).isEqualTo("Our hall");
        assertThat(documents.instance().path("correspondenceEmail").asText()).isEqualTo("us@example.org");
        assertThat(documents.config().at("/register/requireInvite").asBoolean()).isTrue();
        assertThat(documents.config().at("/register/requireCaptcha").asBoolean())
                .isTrue();
        assertThat(documents.limits().at("/message/maxAttachmentSize").asLong()).isEqualTo(1_000);
        assertThat(documents.limits().at("/user/maxGuilds").asLong()).isEqualTo(3);
        assertThat(documents.limits().at("/guild/maxMembers").asLong()).isEqualTo(50);

        set("{\"max_file_bytes\":null,\"guilds_per_person\":5000,\"terms_url\":null}");
        assertThat(documents.limits().at("/message/maxAttachmentSize").asLong()).isEqualTo(26_214_400);
        assertThat(documents.limits().at("/user/maxGuilds").asLong()).isEqualTo(100);
        assertThat(documents.instance().path("tosPage").isNull()).isTrue();
        assertThat(documents.instance().path("instanceName").asText()).isEqualTo("Our hall");
    }

    @Test
    void anAnnouncementHoldsUntilItIsOver() {
        announce("{\"content\":\"for ever\"}");
        String brief = announce("{\"content\":\"for a minute\",\"max_age\":60}");
        assertThat(office.announcements.now())
                .extracting(news -> news.path("content").asText())
                .containsExactly("for a minute", "for ever");

        office.entrance.clock.advance(Duration.ofSeconds(61));
        assertThat(office.announcements.now()).hasSize(1);
        office.call(
                AdminOperations.DELETE_ANNOUNCEMENT,
                Identity.operator(),
                Map.of(
                        "announcement_id",
                        office.announcements.now().getFirst().path("id").asText()),
                "");
        assertThat(office.announcements.now()).isEmpty();
        assertThat(brief).isNotEmpty();
    }

    private String announce(String body) {
        office.entrance.clock.advance(Duration.ofMillis(5));
        return office.call(AdminOperations.CREATE_ANNOUNCEMENT, Identity.operator(), Map.of(), body)
                .path("id")
                .asText();
    }

    private void set(String body) {
        office.call(AdminOperations.UPDATE_SETTINGS, Identity.operator(), Map.of(), body);
    }
}
