package io.guildhall.api.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.payload.Json;
import java.util.Locale;

/** What clients show to somebody who reports something, in the form of the field: nodes that lead to each other. */
final class ReportMenu {
    private static final String VERSION = "1.0";
    private static final int ROOT = 1;
    private static final int SUBMIT = 50;
    private static final int DONE = 90;
    private static final int FAILED = 91;

    private ReportMenu() {}

    static ObjectNode of(String subject) {
        ObjectNode menu = Json.object()
                .put("name", subject)
                .put("variant", "guildhall")
                .put("version", VERSION)
                .put("language", "en-US")
                .put("postback_url", "/reporting/" + subject)
                .put("root_node_id", ROOT)
                .put("success_node_id", DONE)
                .put("fail_node_id", FAILED);
        ObjectNode nodes = menu.putObject("nodes");
        ArrayNode reasons = add(nodes, ROOT, "root", "What is wrong?", null).withArray("children");
        for (ReportReason reason : ReportReason.values()) {
            child(reasons, reason.label(), reason.node());
            ObjectNode node = add(nodes, reason.node(), reason.name().toLowerCase(Locale.ROOT), reason.label(), "next");
            ((ObjectNode) node.get("button")).put("target", SUBMIT);
            node.put("report_type", reason.name().toLowerCase(Locale.ROOT));
        }
        add(nodes, SUBMIT, "submit", "Send it to those who look after this instance?", "submit");
        add(nodes, DONE, "success", "Thank you. Somebody will look at it.", "done");
        add(nodes, FAILED, "fail", "It could not be sent.", "cancel");
        return menu;
    }

    private static ObjectNode add(ObjectNode nodes, int id, String key, String header, String button) {
        ObjectNode node = nodes.putObject(Integer.toString(id))
                .put("id", id)
                .put("key", key)
                .put("header", header)
                .putNull("subheader")
                .putNull("info")
                .putNull("report_type")
                .put("is_multi_select_required", false)
                .put("is_auto_submit", false);
        node.putArray("elements");
        node.putArray("children");
        if (button == null) {
            node.putNull("button");
        } else {
            node.putObject("button").put("type", button).putNull("target");
        }
        return node;
    }

    private static void child(ArrayNode children, String label, int node) {
        children.addArray().add(label).add(node);
    }
}
