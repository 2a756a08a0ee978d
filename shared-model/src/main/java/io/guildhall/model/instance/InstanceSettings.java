package io.guildhall.model.instance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.InstanceRecords;
import java.util.Optional;

/** What administrators have set for the whole instance. */
public record InstanceSettings(Presentation presentation, Registrations registrations, Quotas quotas) {
    public static final InstanceSettings DEFAULT =
            new InstanceSettings(Presentation.DEFAULT, Registrations.OPEN, Quotas.NONE);

    public static InstanceSettings of(JsonNode stored) {
        return new InstanceSettings(Presentation.of(stored), Registrations.of(stored), Quotas.of(stored));
    }

    /** Where they are. */
    public static ReadRequest read() {
        return Read.row(InstanceRecords.TABLE, InstanceRecords.SETTINGS, InstanceRecords.SETTINGS_NAME);
    }

    /** As the store has them; nobody has set anything while there is no row. */
    public static InstanceSettings of(Optional<RowView> row) {
        return row.map(found -> of(Json.parse(found.get(InstanceRecords.VALUE))))
                .orElse(DEFAULT);
    }

    /** One flat object, as they are stored and shown. */
    public ObjectNode json() {
        ObjectNode json = Json.object();
        presentation.write(json);
        registrations.write(json);
        quotas.write(json);
        return json;
    }
}
