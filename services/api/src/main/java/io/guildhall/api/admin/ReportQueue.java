package io.guildhall.api.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.handler.Answering;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.identity.instance.Journal;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.catalogue.AdminOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.catalogue.InstanceJournal;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What people reported, and what became of it. */
@Singleton
public class ReportQueue {
    private static final String OPEN = "open";
    private static final String STATE = "state";

    private final Journal journal;
    private final Clock clock;

    @Inject
    public ReportQueue(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    @Produces
    @Singleton
    public ApiHandler listReports() {
        return new Answering(AdminOperations.LIST_REPORTS, this::list);
    }

    @Produces
    @Singleton
    public ApiHandler settleReport() {
        return new Answering(AdminOperations.SETTLE_REPORT, this::settle);
    }

    private JsonNode list(ApiCall call) {
        Page page = Page.of(call.query(), clock);
        boolean open = call.query().path(STATE).asText(OPEN).equals(OPEN);
        return Page.list(
                open
                        ? journal.page(InstanceJournal.OPEN_REPORTS, page.before(), page.limit())
                        : journal.pages(InstanceJournal::settledReports, page.before(), page.limit(), report -> true));
    }

    private JsonNode settle(ApiCall call) {
        long id = Snowflake.parse(call.path().get("report_id"));
        String settled = InstanceJournal.settledReports(InstanceJournal.month(id));
        SettledBody body = SettledBody.of(call.body());
        ObjectNode report = journal.find(InstanceJournal.OPEN_REPORTS, id)
                .or(() -> journal.find(settled, id))
                .orElseThrow(() -> ApiException.notFound(ErrorCode.UNKNOWN_MESSAGE));
        String state = body.state().required();
        report.put(STATE, state)
                .put("settled_by", Snowflake.format(call.caller().userId()))
                .put("settled_at", Json.timestamp(clock.millis()));
        body.note().value().ifPresent(note -> report.put("note", note));
        // Whoever comes last decides, and so it is out of the other list wherever it was found.
        if (state.equals(OPEN)) {
            journal.move(settled, InstanceJournal.OPEN_REPORTS, id, report);
        } else {
            journal.move(InstanceJournal.OPEN_REPORTS, settled, id, report);
        }
        return report;
    }
}
