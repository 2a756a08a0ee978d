package io.guildhall.guild.webhookmessage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.message.WebhookBody;
import io.guildhall.guild.message.WebhookMessages;
import io.guildhall.model.operation.catalogue.WebhookOperations;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;

/** A webhook sends a message: what it is told in Discord's form, in Slack's, or in that in which GitHub tells of events. */
@Singleton
public final class ExecutionHandlers {
    private static final int NO_CONTENT = 204;

    private final HookDelivery delivery;

    public ExecutionHandlers(HookDelivery delivery) {
        this.delivery = delivery;
    }

    @Produces
    @Singleton
    public GuildOperation execute() {
        return new HookOperation(WebhookOperations.EXECUTE_WEBHOOK, (hook, call, changes) -> {
            HookDelivery.Sent sent = delivery.send(hook, call, WebhookBody.of(call.body()), changes);
            // Declared with 200, which is for those who wait for the message.
            return call.queryFlag("wait")
                    ? Reply.json(WebhookMessages.json(sent.hook().place(), sent.message()))
                    : new Reply.Ready(NO_CONTENT, ByteString.EMPTY);
        });
    }

    @Produces
    @Singleton
    public GuildOperation executeSlack() {
        return new HookOperation(WebhookOperations.EXECUTE_SLACK_WEBHOOK, (hook, call, changes) -> {
            WebhookBody said = WebhookBody.of(SlackMessage.of(SlackBody.of(call.body())));
            delivery.send(hook, call, said, changes);
            return Reply.json("ok");
        });
    }

    /** Of what GitHub tells only some is worth a message. */
    @Produces
    @Singleton
    public GuildOperation executeGithub() {
        return new HookOperation(WebhookOperations.EXECUTE_GITHUB_WEBHOOK, (hook, call, changes) -> {
            Optional<ObjectNode> message = GithubMessage.of(GithubBody.of(call.body()));
            message.ifPresent(said -> delivery.send(hook, call, WebhookBody.of(said), changes));
            return Reply.noContent();
        });
    }
}
