package io.guildhall.rpc;

import io.guildhall.model.attachment.AttachmentLinks;
import io.guildhall.model.attachment.UploadSlots;
import io.guildhall.model.identity.OperatorTokens;
import io.guildhall.model.interaction.ApplicationKeys;
import io.guildhall.model.interaction.InteractionTokens;
import io.guildhall.model.webhook.WebhookTokens;
import io.guildhall.rpc.config.ClusterConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;

/** Signs addresses of attachments, tokens of interactions, webhooks and the operator, and calls to applications with what all services of a cluster share. */
@Singleton
public class SignersProducer {
    @Produces
    @Singleton
    AttachmentLinks links(ClusterConfig config, Clock clock) {
        return new AttachmentLinks(config.secret().orElseGet(SignersProducer::ofThisProcess), clock);
    }

    @Produces
    @Singleton
    UploadSlots slots(ClusterConfig config, Clock clock) {
        return new UploadSlots(config.secret().orElseGet(SignersProducer::ofThisProcess), clock);
    }

    @Produces
    @Singleton
    InteractionTokens interactions(ClusterConfig config) {
        return new InteractionTokens(config.secret().orElseGet(SignersProducer::ofThisProcess));
    }

    @Produces
    @Singleton
    WebhookTokens webhooks(ClusterConfig config) {
        return new WebhookTokens(config.secret().orElseGet(SignersProducer::ofThisProcess));
    }

    @Produces
    @Singleton
    ApplicationKeys applications(ClusterConfig config) {
        return new ApplicationKeys(config.secret().orElseGet(SignersProducer::ofThisProcess));
    }

    @Produces
    @Singleton
    OperatorTokens operators(ClusterConfig config, Clock clock) {
        return new OperatorTokens(config.secret().orElseGet(SignersProducer::ofThisProcess), clock);
    }

    /** Without a cluster's secret there is no other process to agree with. */
    private static String ofThisProcess() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }
}
