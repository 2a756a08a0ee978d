package io.guildhall.api.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.handler.Answering;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.identity.instance.Journal;
import io.guildhall.model.operation.catalogue.AdminOperations;
import io.guildhall.model.table.catalogue.InstanceJournal;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What administrators and moderators did. */
@Singleton
public class AuditHandlers {
    private final Journal journal;
    private final Clock clock;

    @Inject
    public AuditHandlers(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    @Produces
    @Singleton
    public ApiHandler listAdminAudit() {
        return new Answering(AdminOperations.LIST_ADMIN_AUDIT, this::list);
    }

    private JsonNode list(ApiCall call) {
        Page page = Page.of(call.query(), clock);
        String by = call.query().path("user_id").asText("");
        return Page.list(journal.pages(
                InstanceJournal::audit,
                page.before(),
                page.limit(),
                entry -> by.isEmpty() || entry.path("user_id").asText().equals(by)));
    }
}
