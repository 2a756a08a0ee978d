package io.guildhall.guild.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.table.catalogue.Entitlements;
import io.guildhall.model.table.catalogue.Reminders;
import io.guildhall.model.table.catalogue.Subscriptions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SubscriptionsTest {
    private static final int NOT_FOUND = 0;

    private final Town town = new Town();
    private final long alice = town.person("alice");
    private final long bob = town.person("bob");
    private final long bot = town.bot("robot", alice);

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void whatIsGrantedIsReadByTheApplicationAndByItForThePerson() {
        String sku = sku(5);
        town.stage().takeSent();

        JsonNode granted = Town.json(grant(sku, bob));

        String id = granted.path("id").asText();
        assertThat(granted.path("status").asInt()).isZero();
        assertThat(granted.path("sku_ids").get(0).asText()).isEqualTo(sku);
        assertThat(granted.path("renewal_sku_ids").get(0).asText()).isEqualTo(sku);
        assertThat(names()).containsExactly("ENTITLEMENT_CREATE", "SUBSCRIPTION_CREATE");
        town.stage().restart();
        assertThat(ids(list(sku, bot, "{\"user_id\":\"%d\"}".formatted(bob)))).containsExactly(id);
        assertThat(ids(list(sku, bot, "{\"user_id\":\"%d\"}".formatted(alice)))).isEmpty();
        assertThat(ids(list(sku, bob, "{}"))).containsExactly(id);
        assertThat(Town.json(one(sku, id, bob))).isEqualTo(granted);
        assertThat(Town.json(one(sku, id, bot))).isEqualTo(granted);
        assertThat(Town.code(one(sku, id, alice))).isEqualTo(NOT_FOUND);
        assertThat(Town.code(one("5", id, bot))).isEqualTo(NOT_FOUND);
        assertThat(Town.code(list(sku, bot, "{}"))).isEqualTo(50035);
    }

    @Test
    void periodsFollowEachOtherUntilItIsEnded() {
        String sku = sku(5);
        long id = Long.parseLong(Town.json(grant(sku, bob)).path("id").asText());
        assertThat(town.rows().row(Subscriptions.TABLE, bot, id).orElseThrow().get(Subscriptions.PERIOD_END))
                .isEqualTo(town.clock().millis() + Duration.ofDays(2).toMillis());
        town.stage().takeSent();
        due(id);
        assertThat(names()).as("not yet").isEmpty();

        town.clock().advance(Duration.ofDays(2));
        due(id);
        due(id);

        assertThat(names()).containsExactly("ENTITLEMENT_UPDATE", "SUBSCRIPTION_UPDATE");
        long end = town.clock().millis() + Duration.ofDays(2).toMillis();
        assertThat(town.rows().all(Entitlements.TABLE, bot))
                .singleElement()
                .satisfies(row -> assertThat(row.get(Entitlements.ENDS_AT)).isEqualTo(end));
        assertThat(town.rows().all(Reminders.TABLE, Reminders.slot(end), Reminders.shard(id)))
                .hasSize(1);

        Town.json(cancel(id, alice));
        Town.json(cancel(id, alice));
        JsonNode ending = town.events("SUBSCRIPTION_UPDATE").getFirst();
        assertThat(ending.path("status").asInt()).isEqualTo(2);
        assertThat(ending.path("renewal_sku_ids").isNull()).isTrue();
        assertThat(ending.path("canceled_at").isNull()).isFalse();

        town.clock().advance(Duration.ofDays(2));
        due(id);
        assertThat(town.events("SUBSCRIPTION_UPDATE").getFirst().path("status").asInt())
                .isEqualTo(1);
        due(id);
        assertThat(names()).isEmpty();
        assertThat(Town.json(grant(sku, bob)).path("id").asText()).isNotEqualTo(Town.text(id));
    }

    @Test
    void pagesAreById() {
        String sku = sku(5);
        List<String> granted = List.of(over(sku), over(sku), over(sku));
        String of = "{\"user_id\":\"" + bob + "\",\"limit\":2";
        assertThat(ids(list(sku, bot, of + "}"))).isEqualTo(granted.subList(0, 2));
        assertThat(ids(list(sku, bot, of + ",\"before\":\"" + granted.get(2) + "\"}")))
                .isEqualTo(granted.subList(0, 2));
        assertThat(ids(list(sku, bot, of + ",\"after\":\"" + granted.get(1) + "\"}")))
                .isEqualTo(granted.subList(2, 3));
    }

    @Test
    void onlyTheOwnerGrantsOnceAndOnlyWhatCanBeSubscribedTo() {
        String sku = sku(5);
        int stranger = ErrorCode.NOT_AUTHORIZED_TO_PERFORM_THIS_ACTION_ON_THIS_APPLICATION.number();
        String body = "{\"sku_id\":\"%s\",\"user_id\":\"%d\"}".formatted(sku, bob);
        assertThat(Town.code(rest("createSubscription", bob, Map.of(), "", body)))
                .isEqualTo(stranger);
        assertThat(Town.code(cancel(5, bob))).isEqualTo(stranger);
        assertThat(Town.code(cancel(5, alice))).isEqualTo(NOT_FOUND);
        assertThat(Town.code(grant(sku(3), bob))).isEqualTo(ErrorCode.INVALID_SKU.number());
        assertThat(Town.code(grant("5", bob))).isEqualTo(ErrorCode.UNKNOWN_SKU.number());
        assertThat(Town.code(grant(sku, 5))).isEqualTo(ErrorCode.UNKNOWN_USER.number());
        Town.json(grant(sku, bob));
        assertThat(Town.code(grant(sku, bob)))
                .isEqualTo(ErrorCode.AN_ENTITLEMENT_HAS_ALREADY_BEEN_GRANTED_FOR_THIS_RESOURCE.number());
    }

    @Test
    void theyGoWithTheApplication() {
        Town.json(grant(sku(5), bob));

        assertThat(rest("deleteApplication", alice, Map.of(), "", "").hasSuccess())
                .isTrue();

        assertThat(town.rows().all(Subscriptions.TABLE, bot)).isEmpty();
    }

    /** One that is over. */
    private String over(String sku) {
        String id = Town.json(grant(sku, bob)).path("id").asText();
        cancel(Long.parseLong(id), alice);
        town.clock().advance(Duration.ofDays(2));
        due(Long.parseLong(id));
        return id;
    }

    private void due(long id) {
        town.stage()
                .run(Command.newBuilder()
                        .setActor(Keys.user(bot))
                        .setInternal(Internal.newBuilder()
                                .setStep("subscriptionPeriodEnded")
                                .setBody(ByteString.copyFromUtf8("{\"subscription_id\":\"" + id + "\"}")))
                        .build());
    }

    private String sku(int type) {
        return Town.json(rest("createSku", alice, Map.of(), "", "{\"name\":\"A thing\",\"type\":%d}".formatted(type)))
                .get("id")
                .asText();
    }

    private Outcome grant(String sku, long user) {
        String body = "{\"sku_id\":\"%s\",\"user_id\":\"%d\",\"period_days\":2}".formatted(sku, user);
        return rest("createSubscription", alice, Map.of(), "", body);
    }

    private Outcome cancel(long id, long caller) {
        return rest("cancelSubscription", caller, Map.of("subscription_id", Town.text(id)), "", "");
    }

    private Outcome list(String sku, long caller, String query) {
        return rest("listSubscriptions", caller, Map.of("sku_id", sku), query, "");
    }

    private Outcome one(String sku, String id, long caller) {
        return rest("getSubscription", caller, Map.of("sku_id", sku, "subscription_id", id), "", "");
    }

    private Outcome rest(String operation, long caller, Map<String, String> path, String query, String body) {
        Map<String, String> all = new HashMap<>(path);
        all.put("application_id", Town.text(bot));
        return town.rest(Keys.user(bot), operation, caller, all, query, body);
    }

    private List<String> names() {
        return town.stage().takeSent().stream()
                .map(sent -> sent.event().getName())
                .toList();
    }

    private static List<String> ids(Outcome outcome) {
        return StreamSupport.stream(Town.json(outcome).spliterator(), false)
                .map(one -> one.get("id").asText())
                .toList();
    }
}
