package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.message.WebhookMessages.Sender;
import io.guildhall.model.error.ApiException;

/**
 * Which components a webhook may send: an application's all; others such as nobody uses, and those only when they ask for it, for
 * otherwise their components are not looked at.
 */
final class HookComponents {
    private HookComponents() {}

    /** @throws ApiException 50035 when somebody could use what nobody would answer */
    static MessageBody usable(MessageBody body, Sender sender, Call call) {
        if (sender.application() != null || !body.hasComponents()) {
            return body;
        }
        if (!call.queryFlag("with_components")) {
            return body.withoutComponents();
        }
        if (isUsed(body.components().required())) {
            throw ApiException.invalidField(
                    "components",
                    "WEBHOOK_COMPONENTS_NOT_INTERACTIVE",
                    "Only webhooks of applications can send interactive components.");
        }
        return body;
    }

    private static boolean isUsed(JsonNode node) {
        if (node.has("custom_id") || node.has("sku_id")) {
            return true;
        }
        for (JsonNode child : node) {
            if (child.isContainerNode() && isUsed(child)) {
                return true;
            }
        }
        return false;
    }
}
