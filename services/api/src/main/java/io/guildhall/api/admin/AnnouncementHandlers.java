package io.guildhall.api.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.config.ApiIds;
import io.guildhall.api.handler.Answering;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.api.instance.Announcements;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.catalogue.AdminOperations;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** What administrators tell everybody. */
@Singleton
public class AnnouncementHandlers {
    private final Announcements announcements;
    private final ApiIds ids;

    @Inject
    public AnnouncementHandlers(Announcements announcements, ApiIds ids) {
        this.announcements = announcements;
        this.ids = ids;
    }

    @Produces
    @Singleton
    public ApiHandler createAnnouncement() {
        return new Answering(AdminOperations.CREATE_ANNOUNCEMENT, this::create);
    }

    @Produces
    @Singleton
    public ApiHandler deleteAnnouncement() {
        return new Answering(AdminOperations.DELETE_ANNOUNCEMENT, call -> {
            if (!announcements.remove(Snowflake.parse(call.path().get("announcement_id")))) {
                throw ApiException.notFound(ErrorCode.UNKNOWN_MESSAGE);
            }
            return MissingNode.getInstance();
        });
    }

    private JsonNode create(ApiCall call) {
        AnnouncementBody body = AnnouncementBody.of(call.body());
        return announcements.make(
                ids.next(), body.content().required(), body.maxAge().value());
    }
}
