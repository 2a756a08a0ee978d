package io.guildhall.api.instance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.guildhall.api.handler.Answering;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.model.operation.catalogue.InstanceOperations;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** What the instance says of itself to anybody. */
@Singleton
public class InstanceHandlers {
    private final InstanceDocuments documents;
    private final Announcements announcements;

    @Inject
    public InstanceHandlers(InstanceDocuments documents, Announcements announcements) {
        this.documents = documents;
        this.announcements = announcements;
    }

    @Produces
    @Singleton
    public ApiHandler ping() {
        return new Answering(InstanceOperations.PING, call -> documents.ping());
    }

    @Produces
    @Singleton
    public ApiHandler getInstance() {
        return new Answering(InstanceOperations.GET_INSTANCE, call -> documents.instance());
    }

    @Produces
    @Singleton
    public ApiHandler getInstanceDomains() {
        return new Answering(InstanceOperations.GET_INSTANCE_DOMAINS, call -> documents.domains());
    }

    @Produces
    @Singleton
    public ApiHandler getInstanceConfig() {
        return new Answering(InstanceOperations.GET_INSTANCE_CONFIG, call -> documents.config());
    }

    @Produces
    @Singleton
    public ApiHandler getInstanceLimits() {
        return new Answering(InstanceOperations.GET_INSTANCE_LIMITS, call -> documents.limits());
    }

    @Produces
    @Singleton
    public ApiHandler listAnnouncements() {
        return new Answering(InstanceOperations.LIST_ANNOUNCEMENTS, call -> {
            ArrayNode list = Json.array();
            announcements.now().forEach(list::add);
            return list;
        });
    }
}
