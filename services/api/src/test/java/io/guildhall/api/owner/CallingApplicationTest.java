package io.guildhall.api.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.api.call.ApiCall;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.identity.Grant;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.oauth2.OAuth2Scope;
import io.guildhall.model.operation.catalogue.SubscriptionOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Caller;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Calls that go to the application that makes them. Nothing is looked up for that. */
class CallingApplicationTest {
    private static final long APPLICATION = 7;
    private static final long PERSON = 8;

    private final ActorResolver resolver = new ActorResolver(null, null, null, null);

    @Test
    void isTheBotsOwn() {
        ActorResolver.Target target = resolve(new Identity(APPLICATION, true, APPLICATION, 0));
        assertThat(target.actor()).isEqualTo(ActorResolver.user(APPLICATION));
        assertThat(target.call().getCaller())
                .isEqualTo(Caller.newBuilder()
                        .setUserId(APPLICATION)
                        .setBot(true)
                        .setApplicationId(APPLICATION)
                        .build());
    }

    @Test
    void isTheOneThatSpeaksForThePerson() {
        Grant grant = new Grant(1, APPLICATION, Set.of(OAuth2Scope.IDENTIFY), Long.MAX_VALUE);
        ActorResolver.Target target = resolve(Identity.granted(PERSON, grant));
        assertThat(target.actor()).isEqualTo(ActorResolver.user(APPLICATION));
        assertThat(target.call().getCaller())
                .isEqualTo(Caller.newBuilder()
                        .setUserId(PERSON)
                        .setApplicationId(APPLICATION)
                        .build());
    }

    @Test
    void isNoneForAPersonByThemselves() {
        assertThatThrownBy(() -> resolve(new Identity(PERSON, false, 0, 1)))
                .isInstanceOfSatisfying(ApiException.class, refused -> assertThat(refused.code())
                        .isEqualTo(20002));
    }

    private ActorResolver.Target resolve(Identity caller) {
        return resolver.resolve(new ApiCall(
                SubscriptionOperations.LIST_SUBSCRIPTIONS,
                Optional.of(caller),
                Map.of("sku_id", "5"),
                Json.object(),
                Json.object(),
                "",
                "",
                List.of(),
                "127.0.0.1"));
    }
}
