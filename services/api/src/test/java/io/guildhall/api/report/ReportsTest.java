package io.guildhall.api.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.Configs;
import io.guildhall.api.admin.Office;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.owner.ActorResolver;
import io.guildhall.api.owner.ChannelDirectory;
import io.guildhall.api.owner.OwnerCalls;
import io.guildhall.api.owner.WebhookDirectory;
import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.operation.catalogue.AdminOperations;
import io.guildhall.model.operation.catalogue.InstanceOperations;
import io.guildhall.model.operation.catalogue.ReportSubjects;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.Success;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ChannelOwners;
import io.guildhall.ownerclient.OwnerClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From what somebody saw to what became of it. */
class ReportsTest {
    private static final Identity REPORTER = Office.login(8);
    private static final String SPAM = "{\"breadcrumbs\":[1,10],\"channel_id\":\"5\",\"message_id\":\"6\"}";

    private final Office office = new Office();
    private final OwnerCalls owners = new OwnerCalls(
            new OwnerClient(StaticDiscovery.oneProcess("ws://127.0.0.1:1/gateway"), node -> office.entrance.owner),
            List.of(),
            Configs.api(Map.of()),
            new SimpleMeterRegistry());
    private final ReportHandlers reports = new ReportHandlers(
            office.journal,
            new Evidence(
                    new ActorResolver(
                            new ChannelDirectory(office.entrance.storage, Configs.api(Map.of())),
                            new WebhookDirectory(office.entrance.storage),
                            office.entrance.storage,
                            office.entrance.ids),
                    owners),
            office.entrance.ids,
            office.entrance.clock);

    @BeforeEach
    void channel() {
        office.entrance.set(Write.to(ChannelOwners.TABLE, 5L).set(ChannelOwners.GUILD_ID, 4L));
        office.entrance.owner.give(Outcome.newBuilder()
                .setSuccess(Success.newBuilder()
                        .setStatus(200)
                        .setBody(Json.bytes(Json.object().put("id", "6").put("content", "buy this"))))
                .build());
    }

    @Test
    void theMenuLeadsFromReasonsToTheEnd() {
        JsonNode menu = reports.getReportMenu().answer(call(ReportSubjects.MESSAGE, "{}"));

        JsonNode root = menu.path("nodes").path(menu.path("root_node_id").asText());
        assertThat(root.path("children")).hasSizeGreaterThan(5);
        root.path("children").forEach(child -> {
            JsonNode reason = menu.path("nodes").path(child.get(1).asText());
            JsonNode submit =
                    menu.path("nodes").path(reason.at("/button/target").asText());
            assertThat(submit.at("/button/type").asText()).isEqualTo("submit");
        });
        assertThat(menu.path("nodes").has(menu.path("success_node_id").asText()))
                .isTrue();
        assertThatThrownBy(() -> reports.getReportMenu().answer(call("weather", "{}")))
                .isInstanceOf(ApiException.class);
    }

    @Test
    void whatIsReportedIsKeptAsTheReporterSawItAndWaitsUntilSomebodySettlesIt() {
        String id = report(SPAM);

        JsonNode open = listed("open");
        assertThat(open.findValuesAsText("id")).contains(id);
        assertThat(open.get(0).at("/reported/content").asText()).isEqualTo("buy this");
        assertThat(open.get(0).path("reason").asText()).isEqualTo("spam");
        assertThat(open.get(0).path("reporter_id").asText()).isEqualTo("8");

        settle(id, "resolved");
        assertThat(listed("open")).isEmpty();
        assertThat(listed("settled").get(0).path("state").asText()).isEqualTo("resolved");
        settle(id, "open");
        assertThat(listed("settled")).isEmpty();
        assertThat(listed("open")).hasSize(1);
    }

    @Test
    void nobodyReportsWhatTheyMayNotSee() {
        office.entrance.owner.give(Outcome.newBuilder()
                .setFailure(ApiException.of(ErrorCode.MISSING_ACCESS).toFailure())
                .build());

        assertThatThrownBy(() -> report(SPAM))
                .isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.is(ErrorCode.UNKNOWN_MESSAGE))
                        .isTrue());
        assertThat(listed("open")).isEmpty();
    }

    @Test
    void aReportNamesAReasonAndWhatItIsAbout() {
        for (String body : List.of(
                "{\"breadcrumbs\":[1],\"channel_id\":\"5\",\"message_id\":\"6\"}",
                "{\"breadcrumbs\":[1,10],\"channel_id\":\"5\"}")) {
            assertThatThrownBy(() -> report(body))
                    .isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.code())
                            .isEqualTo(50035));
        }
        assertThat(listed("open")).isEmpty();
    }

    private String report(String body) {
        return reports.createReport()
                .answer(call(ReportSubjects.MESSAGE, body))
                .path("report_id")
                .asText();
    }

    private JsonNode listed(String state) {
        return office.call(
                AdminOperations.LIST_REPORTS,
                Identity.operator(),
                Map.of(),
                Json.object().put("state", state),
                "");
    }

    private void settle(String id, String state) {
        office.call(
                AdminOperations.SETTLE_REPORT,
                Identity.operator(),
                Map.of("report_id", id),
                "{\"state\":\"" + state + "\",\"note\":\"seen\"}");
    }

    private static ApiCall call(String subject, String body) {
        return new ApiCall(
                InstanceOperations.CREATE_REPORT,
                Optional.of(REPORTER),
                Map.of("subject", subject),
                Json.object(),
                Json.parse(body),
                "",
                "",
                List.of(),
                "127.0.0.1");
    }
}
