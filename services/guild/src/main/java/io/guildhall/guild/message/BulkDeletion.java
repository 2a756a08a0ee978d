package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import java.util.List;

/** Which messages a request deletes. */
public record BulkDeletion(Given<List<Long>> messages) {
    public static BulkDeletion of(JsonNode body) {
        Fields fields = new Fields(body);
        return new BulkDeletion(fields.snowflakes("messages"));
    }
}
