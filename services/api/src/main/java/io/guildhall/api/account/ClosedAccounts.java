package io.guildhall.api.account;

import io.guildhall.api.handler.OwnedApplications;
import io.guildhall.api.handler.RevokedSessions;
import io.guildhall.api.handler.Standing;
import io.guildhall.api.owner.ActorResolver;
import io.guildhall.api.owner.OwnerCalls;
import io.guildhall.identity.Accounts;
import io.guildhall.identity.BotAccounts;
import io.guildhall.identity.instance.Administrators;
import io.guildhall.model.account.StandingSteps;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.catalogue.ApplicationOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Caller;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.RestCall;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Accounts that may not be used any more: for a while, or for good. */
@ApplicationScoped
public class ClosedAccounts {
    private final Accounts accounts;
    private final BotAccounts bots;
    private final Standing standing;
    private final RevokedSessions sessions;
    private final OwnedApplications applications;
    private final Administrators administrators;
    private final OwnerCalls owners;

    @Inject
    public ClosedAccounts(
            Accounts accounts,
            BotAccounts bots,
            Standing standing,
            RevokedSessions sessions,
            OwnedApplications applications,
            Administrators administrators,
            OwnerCalls owners) {
        this.accounts = accounts;
        this.bots = bots;
        this.standing = standing;
        this.sessions = sessions;
        this.applications = applications;
        this.administrators = administrators;
        this.owners = owners;
    }

    /** First the account says so, then everything that it is used with ends: who comes in between is turned away. */
    public void disable(long userId, boolean bot) {
        standing.disabled(userId, true);
        if (bot) {
            bots.revoke(userId);
            sessions.end(userId);
        } else {
            endLogins(userId);
        }
    }

    /**
     * A person puts their account aside until they log in again.
     *
     * @throws ApiException 40011 while they own a guild
     */
    public void pause(long userId) {
        step(userId, StandingSteps.MAY_BE_DELETED);
        standing.paused(userId, true);
        endLogins(userId);
    }

    /**
     * Whoever looks after the instance ends a person's account, and their applications with it. What they wrote stays, by somebody who is gone. Can be
     * repeated when it fails halfway.
     *
     * @throws ApiException 40011 while they own a guild
     */
    public void delete(long userId) {
        step(userId, StandingSteps.MAY_BE_DELETED);
        disable(userId, false);
        end(userId);
    }

    /**
     * A person ends their own account, as {@link #delete} does. When it fails halfway the account is only put aside, so that they can log in and
     * do it again.
     *
     * @throws ApiException 40011 while they own a guild
     */
    public void leave(long userId) {
        pause(userId);
        end(userId);
    }

    private void endLogins(long userId) {
        accounts.logout(
                userId,
                accounts.logins(userId).stream().map(Accounts.Login::sessionId).toList());
        sessions.end(userId);
    }

    private void end(long userId) {
        for (long application : applications.of(userId)) {
            owners.call(ActorResolver.user(application), deletion(userId, application));
        }
        step(userId, StandingSteps.DELETED);
        administrators.remove(userId);
    }

    private void step(long userId, String step) {
        Outcome outcome = owners.execute(Command.newBuilder()
                .setActor(ActorResolver.user(userId))
                .setInternal(Internal.newBuilder().setStep(step).setBody(Json.bytes(Json.object())))
                .build());
        if (outcome.hasFailure()) {
            throw ApiException.from(outcome.getFailure());
        }
    }

    private static RestCall deletion(long owner, long application) {
        return RestCall.newBuilder()
                .setOperation(ApplicationOperations.DELETE_APPLICATION.name())
                .setCaller(Caller.newBuilder().setUserId(owner))
                .putPath("application_id", Snowflake.format(application))
                .build();
    }
}
