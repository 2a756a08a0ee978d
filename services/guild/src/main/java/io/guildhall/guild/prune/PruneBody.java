package io.guildhall.guild.prune;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import java.util.List;

/** Whom a request removes, and whether it is to be told how many. */
public record PruneBody(Given<Long> days, Given<Boolean> computePruneCount, Given<List<Long>> includeRoles) {
    public static PruneBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new PruneBody(
                fields.number("days"), fields.flag("compute_prune_count"), fields.snowflakes("include_roles"));
    }
}
