package io.guildhall.api.http;

import static java.util.function.Function.identity;

import io.guildhall.api.admin.AdminAudit;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.api.endpoint.InteractionEndpoints;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.api.handler.PasswordChange;
import io.guildhall.api.oauth2.Consent;
import io.guildhall.api.oauth2.GrantedJoins;
import io.guildhall.api.oauth2.GrantedUser;
import io.guildhall.api.owner.ActorResolver;
import io.guildhall.api.owner.ActorResolver.Target;
import io.guildhall.api.owner.DeletedAlready;
import io.guildhall.api.owner.FollowedChannels;
import io.guildhall.api.owner.ForwardedMessages;
import io.guildhall.api.owner.GuildPlaces;
import io.guildhall.api.owner.KeptPictures;
import io.guildhall.api.owner.LinkedChannels;
import io.guildhall.api.owner.OwnerCalls;
import io.guildhall.api.rendering.Renderings;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.operation.catalogue.Operations;
import io.guildhall.observability.trace.Traces;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Hands a checked call to whoever answers it: the owner of its actor, or one of api's own handlers. */
@ApplicationScoped
public class Dispatcher {
    private final Map<String, ApiHandler> handlers;
    private final AdminAudit audit;
    private final PasswordChange passwords;
    private final Consent consent;
    private final GrantedJoins joins;
    private final ActorResolver actors;
    private final OwnerCalls owners;
    private final GuildPlaces places;
    private final KeptPictures keptPictures;
    private final ForwardedMessages forwards;
    private final FollowedChannels follows;
    private final LinkedChannels links;
    private final InteractionEndpoints endpoints;
    private final Renderings renderings;
    private final Traces traces;

    /** Fails when an operation of {@link Scope#API} has no handler, or two. */
    @Inject
    public Dispatcher(
            @All List<ApiHandler> handlers,
            AdminAudit audit,
            PasswordChange passwords,
            Consent consent,
            GrantedJoins joins,
            ActorResolver actors,
            OwnerCalls owners,
            GuildPlaces places,
            KeptPictures keptPictures,
            ForwardedMessages forwards,
            FollowedChannels follows,
            LinkedChannels links,
            InteractionEndpoints endpoints,
            Renderings renderings,
            Traces traces) {
        this.audit = audit;
        this.passwords = passwords;
        this.consent = consent;
        this.joins = joins;
        this.handlers = handlers.stream()
                .collect(Collectors.toUnmodifiableMap(
                        handler -> handler.operation().name(), identity()));
        this.actors = actors;
        this.owners = owners;
        this.places = places;
        this.keptPictures = keptPictures;
        this.forwards = forwards;
        this.follows = follows;
        this.links = links;
        this.endpoints = endpoints;
        this.renderings = renderings;
        this.traces = traces;
        for (Operation operation : Operations.all()) {
            if ((operation.scope() == Scope.API) != this.handlers.containsKey(operation.name())) {
                throw new IllegalStateException("api and the catalogue disagree about who answers " + operation.name());
            }
        }
    }

    /** @param pictures of the body, by the names that stand in it; stored unless the owner refuses the call */
    public RestAnswer dispatch(ApiCall call, Map<String, byte[]> pictures) {
        if (!traces.on()) {
            return answer(call, pictures);
        }
        Span span = traces.begin("api request", Context.root());
        span.setAttribute("guildhall.operation", call.operation().name());
        try (io.opentelemetry.context.Scope ignored = span.makeCurrent()) {
            RestAnswer answer = answer(call, pictures);
            span.setAttribute("http.response.status_code", answer.status());
            return answer;
        } finally {
            span.end();
        }
    }

    private RestAnswer answer(ApiCall call, Map<String, byte[]> pictures) {
        if (call.operation().scope() == Scope.API) {
            ApiHandler handler = handlers.get(call.operation().name());
            return RestAnswer.of(call.operation().status(), audit.around(call, () -> handler.answer(call)))
                    .with(handler.headers());
        }
        if (passwords.concerns(call)) {
            return passwords.around(call, checked -> askOwner(checked, pictures));
        }
        return consent.concerns(call)
                ? consent.around(call, agreed -> askOwner(agreed, pictures))
                : renderings.of(call.operation(), GrantedUser.of(call, askOwner(joins.checked(call), pictures)));
    }

    private RestAnswer askOwner(ApiCall call, Map<String, byte[]> pictures) {
        Target target = links.complete(call, follows.complete(call, forwards.complete(call, actors.resolve(call))));
        return endpoints.around(
                call,
                () -> places.around(
                        call,
                        target,
                        () -> keptPictures.around(
                                pictures,
                                target,
                                () -> DeletedAlready.of(
                                        call.operation(), owners.call(target.actor(), target.call())))));
    }
}
