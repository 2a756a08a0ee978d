package io.guildhall.guild.memberlist;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Event;
import java.util.ArrayList;
import java.util.List;

/** A client that looks at the beginning of a list, and does to it what it is told. */
final class ListClient {
    private static final int PART = 100;

    private final List<JsonNode> items = new ArrayList<>();
    private JsonNode last;
    private final List<Integer> invalidated = new ArrayList<>();
    private int operations;

    void hears(List<Event> events) {
        events.stream()
                .filter(event -> event.getName().equals("GUILD_MEMBER_LIST_UPDATE"))
                .map(event -> Json.parse(event.getPayload()))
                .forEach(this::hears);
    }

    /** The last update. */
    JsonNode last() {
        return last;
    }

    /** Differences that were told one by one. */
    int operations() {
        return operations;
    }

    /** Parts that it was told to show no more. */
    List<Integer> invalidated() {
        return List.copyOf(invalidated);
    }

    /** Each header as its group, each member as its id and status. */
    List<String> items() {
        return items.stream().map(ListClient::text).toList();
    }

    private void hears(JsonNode update) {
        last = update;
        update.get("ops").forEach(this::apply);
    }

    private void apply(JsonNode operation) {
        int index = operation.path("index").asInt();
        switch (operation.get("op").asText()) {
            case "SYNC" -> sync(operation);
            case "INSERT" -> items.add(index, operation.get("item"));
            case "UPDATE" -> items.set(index, operation.get("item"));
            case "DELETE" -> items.remove(index);
            case "INVALIDATE" -> invalidate(operation.get("range").get(0).asInt());
            default -> throw new AssertionError(operation);
        }
        operations += operation.has("index") ? 1 : 0;
    }

    private void invalidate(int first) {
        invalidated.add(first / PART);
        items.subList(Math.min(items.size(), first), Math.min(items.size(), first + PART))
                .clear();
    }

    private void sync(JsonNode operation) {
        int first = operation.get("range").get(0).asInt();
        int last = operation.get("range").get(1).asInt();
        List<JsonNode> before = List.copyOf(items.subList(0, Math.min(items.size(), first)));
        // What is not full is the end of the list.
        boolean full = operation.get("items").size() == PART;
        List<JsonNode> after =
                full && items.size() > last + 1 ? List.copyOf(items.subList(last + 1, items.size())) : List.of();
        items.clear();
        items.addAll(before);
        operation.get("items").forEach(items::add);
        items.addAll(after);
    }

    private static String text(JsonNode item) {
        JsonNode member = item.path("member");
        return item.has("group")
                ? item.get("group").get("id").asText()
                : member.get("user").get("id").asText() + " "
                        + member.get("presence").get("status").asText();
    }
}
