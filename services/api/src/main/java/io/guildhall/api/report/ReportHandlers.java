package io.guildhall.api.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.config.ApiIds;
import io.guildhall.api.handler.Answering;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.identity.instance.Journal;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.catalogue.InstanceOperations;
import io.guildhall.model.operation.catalogue.ReportSubjects;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.catalogue.InstanceJournal;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Locale;

/** What people report to those who look after the instance. */
@Singleton
public class ReportHandlers {
    private final Journal journal;
    private final Evidence evidence;
    private final ApiIds ids;
    private final Clock clock;

    @Inject
    public ReportHandlers(Journal journal, Evidence evidence, ApiIds ids, Clock clock) {
        this.journal = journal;
        this.evidence = evidence;
        this.ids = ids;
        this.clock = clock;
    }

    @Produces
    @Singleton
    public ApiHandler getReportMenu() {
        return new Answering(InstanceOperations.GET_REPORT_MENU, call -> ReportMenu.of(subject(call)));
    }

    @Produces
    @Singleton
    public ApiHandler createReport() {
        return new Answering(InstanceOperations.CREATE_REPORT, this::create);
    }

    private JsonNode create(ApiCall call) {
        String subject = subject(call);
        ReportBody body = ReportBody.of(call.body());
        ReportReason reason = body.breadcrumbs().required().stream()
                .flatMap(node -> ReportReason.of(node).stream())
                .reduce((first, last) -> last)
                .orElseThrow(() -> ApiException.invalidField(
                        "breadcrumbs", "BASE_TYPE_CHOICES", "None of the menu's reasons was chosen."));
        ObjectNode report = Json.object()
                .put("state", "open")
                .put("subject", subject)
                .put("reason", reason.name().toLowerCase(Locale.ROOT))
                .put("reporter_id", Snowflake.format(call.caller().userId()))
                .put("comment", body.comment().orNull())
                .put("created_at", Json.timestamp(clock.millis()));
        report.set("reported", reported(call, subject, body));
        long id = ids.next();
        journal.put(InstanceJournal.OPEN_REPORTS, id, report);
        return Json.object().put("report_id", Snowflake.format(id));
    }

    private JsonNode reported(ApiCall call, String subject, ReportBody body) {
        return switch (subject) {
            case ReportSubjects.MESSAGE ->
                evidence.message(
                        call, body.channelId().required(), body.messageId().required());
            case ReportSubjects.USER -> evidence.user(call, body.userId().required());
            default -> evidence.guild(call, body.guildId().required());
        };
    }

    private static String subject(ApiCall call) {
        String subject = call.path().get("subject");
        if (!ReportSubjects.ALL.contains(subject)) {
            throw ApiException.noSuchRoute();
        }
        return subject;
    }
}
