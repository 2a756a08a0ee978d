package io.guildhall.api.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.config.ApiIds;
import io.guildhall.identity.instance.Journal;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.HttpMethod;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.catalogue.InstanceJournal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * Writes down whatever administrators and moderators change, around every operation that only they may call: before it is done, so that nothing
 * is done without an entry, and what came of it afterwards. Answers are not written down: a password is among them.
 */
@ApplicationScoped
public class AdminAudit {
    private static final String OUTCOME = "outcome";

    private final Journal journal;
    private final ApiIds ids;
    private final Clock clock;

    @Inject
    public AdminAudit(Journal journal, ApiIds ids, Clock clock) {
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** Only does the rest for every other operation. */
    public JsonNode around(ApiCall call, Supplier<JsonNode> rest) {
        if (!concerns(call)) {
            return rest.get();
        }
        long id = ids.next();
        ObjectNode entry = entry(call);
        write(id, entry.put(OUTCOME, "begun"));
        try {
            JsonNode answer = rest.get();
            write(id, entry.put(OUTCOME, "done"));
            return answer;
        } catch (ApiException refused) {
            write(id, entry.put(OUTCOME, "refused").put("code", refused.code()));
            throw refused;
        }
    }

    private static boolean concerns(ApiCall call) {
        Access access = call.operation().access();
        return (access == Access.MODERATOR || access == Access.ADMINISTRATOR)
                && call.operation().method() != HttpMethod.GET;
    }

    private ObjectNode entry(ApiCall call) {
        ObjectNode entry = Json.object()
                .put("user_id", Snowflake.format(call.caller().userId()))
                .put("action", call.operation().name())
                .put("reason", call.reason())
                .put("address", call.address())
                .put("at", Json.timestamp(clock.millis()));
        entry.set("target", Json.tree(call.path()));
        entry.set("changes", call.body().isMissingNode() ? Json.object() : call.body());
        return entry;
    }

    private void write(long id, ObjectNode entry) {
        journal.put(InstanceJournal.audit(InstanceJournal.month(id)), id, entry);
    }
}
