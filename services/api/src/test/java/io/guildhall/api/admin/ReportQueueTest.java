package io.guildhall.api.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.operation.catalogue.AdminOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.catalogue.InstanceJournal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportQueueTest {
    private final Office office = new Office();
    private final long report = office.entrance.ids.next();
    private final String settled = InstanceJournal.settledReports(InstanceJournal.month(report));

    @Test
    void aReportIsInOneListWhereverTwoWhoSettledItAtTheSameTimeLeftIt() {
        ObjectNode entry = Json.object().put("state", "open");
        for (String state : new String[] {"dismissed", "open", "resolved"}) {
            office.journal.put(InstanceJournal.OPEN_REPORTS, report, entry);
            office.journal.put(settled, report, entry);

            settle(state);

            assertThat(list("open")).isEqualTo(state.equals("open") ? 1 : 0);
            assertThat(list("settled")).isEqualTo(state.equals("open") ? 0 : 1);
        }
    }

    private void settle(String state) {
        office.call(
                AdminOperations.SETTLE_REPORT,
                Identity.operator(),
                Map.of("report_id", Snowflake.format(report)),
                "{\"state\":\"" + state + "\"}");
    }

    private int list(String state) {
        JsonNode list = office.call(
                AdminOperations.LIST_REPORTS,
                Identity.operator(),
                Map.of(),
                Json.object().put("state", state),
                "");
        return list.size();
    }
}
