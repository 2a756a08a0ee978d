package io.guildhall.api.admin;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.guildhall.api.handler.Answering;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.api.registration.Invitations;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.catalogue.AdminOperations;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Invitations to make an account. */
@Singleton
public class InvitationHandlers {
    private final Invitations invitations;

    @Inject
    public InvitationHandlers(Invitations invitations) {
        this.invitations = invitations;
    }

    @Produces
    @Singleton
    public ApiHandler listInvitations() {
        return new Answering(AdminOperations.LIST_INVITATIONS, call -> Page.list(invitations.all()));
    }

    @Produces
    @Singleton
    public ApiHandler createInvitation() {
        return new Answering(AdminOperations.CREATE_INVITATION, call -> {
            InvitationBody body = InvitationBody.of(call.body());
            return invitations.make(
                    body.maxUses().or(1L), body.maxAge().value(), call.caller().userId());
        });
    }

    @Produces
    @Singleton
    public ApiHandler deleteInvitation() {
        return new Answering(AdminOperations.DELETE_INVITATION, call -> {
            if (!invitations.remove(call.path().get("invitation"))) {
                throw ApiException.of(ErrorCode.UNKNOWN_INVITE);
            }
            return MissingNode.getInstance();
        });
    }
}
