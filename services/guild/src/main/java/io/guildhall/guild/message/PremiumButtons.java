package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.Place;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.table.catalogue.Skus;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Buttons that lead to something an application offers: only to what the message's own application does offer. */
final class PremiumButtons {
    private PremiumButtons() {}

    /**
     * @param message of which the components are to be: its application, or its author, is whose offers count
     * @throws ApiException 50035 when one leads elsewhere
     */
    static void require(Place place, RowView message, JsonNode components) {
        Set<String> named = new HashSet<>();
        collect(components, named);
        if (named.isEmpty()) {
            return;
        }
        long application = message.find(Messages.APPLICATION_ID).orElseGet(() -> message.get(Messages.AUTHOR_ID));
        Set<String> offered = place.storage().all(Skus.TABLE, application).stream()
                .map(sku -> Snowflake.format(sku.get(Skus.SKU_ID)))
                .collect(Collectors.toSet());
        if (!offered.containsAll(named)) {
            throw ApiException.invalidField(
                    "components", "COMPONENT_SKU_INVALID", "A premium button needs a SKU of this application");
        }
    }

    private static void collect(JsonNode node, Set<String> named) {
        if (node.hasNonNull("sku_id")) {
            named.add(node.get("sku_id").asText());
        }
        node.forEach(child -> collect(child, named));
    }
}
