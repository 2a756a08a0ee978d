package io.guildhall.guild.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.webhookevent.WebhookEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EntitlementsTest {
    private final Town town = new Town();
    private final long alice = town.person("alice");
    private final long bob = town.person("bob");
    private final long bot = town.bot("robot", alice);
    private final long guild = town.guild(alice);

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void whatIsGrantedIsThereUntilItIsTakenBack() {
        String sku = sku(3);
        town.stage().takeSent();

        JsonNode granted = Town.json(grant(sku, bob, 2));

        String id = granted.get("id").asText();
        assertThat(granted.get("user_id").asText()).isEqualTo(Town.text(bob));
        assertThat(granted.get("starts_at").isNull()).isTrue();
        assertThat(names()).containsExactly("ENTITLEMENT_CREATE");
        town.stage().restart();
        assertThat(Town.json(on("getEntitlement", bot, id)).get("sku_id").asText())
                .isEqualTo(sku);
        assertThat(ids(call("listMyEntitlements", bob, "", ""))).containsExactly(id);
        assertThat(ids(call("listMyEntitlements", alice, "", ""))).isEmpty();

        on("deleteEntitlement", bot, id);

        assertThat(names()).containsExactly("ENTITLEMENT_DELETE");
        assertThat(ids(call("listMyEntitlements", bob, "", ""))).isEmpty();
        assertThat(ids(call("listEntitlements", bot, "", ""))).isEmpty();
        assertThat(ids(call("listEntitlements", bot, "{\"exclude_deleted\":false}", "")))
                .containsExactly(id);
        assertThat(Town.code(on("deleteEntitlement", bot, id))).isEqualTo(ErrorCode.UNKNOWN_ENTITLEMENT.number());
    }

    /** What the one who asked is to tell the application at its address for events. */
    @Test
    void theApplicationIsToldOutsideTooWhereSomebodyAskedForIt() {
        String sku = sku(3);
        String id = Town.json(grant(sku, bob, 2)).get("id").asText();
        assertThat(told()).containsExactly("ENTITLEMENT_CREATE " + id);
        on("consumeEntitlement", bot, id);
        assertThat(told()).containsExactly("ENTITLEMENT_UPDATE " + id);
        on("consumeEntitlement", bot, id);
        assertThat(told()).isEmpty();
        on("deleteEntitlement", bot, id);
        assertThat(told()).containsExactly("ENTITLEMENT_DELETE " + id);
        on("deleteEntitlement", bot, id);
        assertThat(told()).isEmpty();
    }

    private List<String> told() {
        return town.stage().takeErrands().stream()
                .map(WebhookEvent::of)
                .peek(event -> assertThat(event.applicationId()).isEqualTo(bot))
                .map(event -> event.type() + " " + event.data().path("id").asText())
                .toList();
    }

    @Test
    void nobodyHasAThingTwiceButWhatWasUsedUpMayBeHadAgain() {
        String sku = sku(3);
        String id = Town.json(grant(sku, guild, 1)).get("id").asText();
        assertThat(Town.code(grant(sku, guild, 1)))
                .isEqualTo(ErrorCode.AN_ENTITLEMENT_HAS_ALREADY_BEEN_GRANTED_FOR_THIS_RESOURCE.number());
        town.stage().takeSent();
        on("consumeEntitlement", bot, id);
        on("consumeEntitlement", bot, id);
        assertThat(names()).containsExactly("ENTITLEMENT_UPDATE");
        Town.json(grant(sku, guild, 1));
        String durable = Town.json(grant(sku(2), bob, 2)).get("id").asText();
        assertThat(Town.code(on("consumeEntitlement", bot, durable)))
                .isEqualTo(ErrorCode.ONLY_CONSUMABLE_SKUS_CAN_BE_CONSUMED.number());
    }

    @Test
    void ofWhatAnOwnerHadOnlyTheNewestIsKept() {
        String kept = Town.json(grant(sku(2), bob, 2)).get("id").asText();
        String sku = sku(2);
        List<String> gone = IntStream.range(0, EntitlementBook.MOST + 10)
                .mapToObj(number -> {
                    String id = Town.json(grant(sku, bob, 2)).get("id").asText();
                    on("deleteEntitlement", bot, id);
                    return id;
                })
                .toList();
        List<String> listed = ids(list("{\"user_id\":\"%d\",\"exclude_deleted\":false,\"limit\":100}".formatted(bob)));
        assertThat(listed)
                .hasSize(EntitlementBook.MOST)
                .contains(kept, gone.getLast())
                .doesNotContain(gone.getFirst());
        assertThat(ids(list("{\"exclude_deleted\":false,\"limit\":100}"))).isEqualTo(listed);
        assertThat(Town.code(on("getEntitlement", bot, gone.getFirst())))
                .isEqualTo(ErrorCode.UNKNOWN_ENTITLEMENT.number());
    }

    @Test
    void pagesAreByIdAndFiltersChoose() {
        List<String> skus = List.of(sku(2), sku(2), sku(2));
        List<String> granted = skus.stream()
                .map(sku -> Town.json(grant(sku, bob, 2)).get("id").asText())
                .toList();
        String ofGuild = Town.json(grant(skus.getFirst(), guild, 1)).get("id").asText();

        assertThat(ids(list("{\"limit\":2}"))).isEqualTo(granted.subList(0, 2));
        assertThat(ids(list("{\"limit\":2,\"after\":\"%s\"}".formatted(granted.get(1)))))
                .containsExactly(granted.get(2), ofGuild);
        assertThat(ids(list("{\"limit\":2,\"before\":\"%s\"}".formatted(ofGuild))))
                .isEqualTo(granted.subList(1, 3));
        assertThat(ids(list("{\"user_id\":\"%d\",\"limit\":1,\"before\":\"%s\"}".formatted(bob, granted.get(2)))))
                .containsExactly(granted.get(1));
        assertThat(ids(list("{\"guild_id\":\"%d\"}".formatted(guild)))).containsExactly(ofGuild);
        assertThat(ids(list("{\"sku_ids\":\"%s,%s\"}".formatted(skus.get(1), skus.get(2)))))
                .isEqualTo(granted.subList(1, 3));
        assertThat(Town.code(list("{\"sku_ids\":\"x\"}"))).isEqualTo(50035);
    }

    @Test
    void onlyTheApplicationGrantsWhatIsItsOwn() {
        String sku = sku(2);
        int stranger = ErrorCode.NOT_AUTHORIZED_TO_PERFORM_THIS_ACTION_ON_THIS_APPLICATION.number();
        String body = "{\"sku_id\":\"%s\",\"owner_id\":\"%d\",\"owner_type\":2}".formatted(sku, bob);
        assertThat(Town.code(call("createEntitlement", bob, "", body))).isEqualTo(stranger);
        assertThat(Town.code(call("listEntitlements", bob, "", ""))).isEqualTo(stranger);
        assertThat(Town.code(call("createSku", bob, "", "{\"name\":\"x\",\"type\":2}")))
                .isEqualTo(stranger);
        assertThat(Town.code(grant("5", bob, 2))).isEqualTo(ErrorCode.UNKNOWN_SKU.number());
        assertThat(Town.code(grant(sku, 5, 2))).isEqualTo(ErrorCode.UNKNOWN_USER.number());
        assertThat(Town.code(grant(sku, 5, 1))).isEqualTo(ErrorCode.UNKNOWN_GUILD.number());
    }

    private String sku(int type) {
        return Town.json(call("createSku", alice, "", "{\"name\":\"A thing\",\"type\":%d}".formatted(type)))
                .get("id")
                .asText();
    }

    private Outcome grant(String sku, long owner, int type) {
        return call(
                "createEntitlement",
                bot,
                "",
                "{\"sku_id\":\"%s\",\"owner_id\":\"%d\",\"owner_type\":%d}".formatted(sku, owner, type));
    }

    private Outcome list(String query) {
        return call("listEntitlements", bot, query, "");
    }

    private Outcome on(String operation, long caller, String id) {
        return rest(operation, caller, Map.of("entitlement_id", id), "", "");
    }

    private Outcome call(String operation, long caller, String query, String body) {
        return rest(operation, caller, Map.of(), query, body);
    }

    private Outcome rest(String operation, long caller, Map<String, String> path, String query, String body) {
        Map<String, String> whole = new HashMap<>(path);
        whole.put("application_id", Town.text(bot));
        return town.rest(Keys.user(bot), operation, caller, whole, query, body);
    }

    private List<String> names() {
        return town.stage().takeSent().stream()
                .map(sent -> sent.event().getName())
                .filter(name -> name.startsWith("ENTITLEMENT"))
                .toList();
    }

    private static List<String> ids(Outcome outcome) {
        return StreamSupport.stream(Town.json(outcome).spliterator(), false)
                .map(one -> one.get("id").asText())
                .toList();
    }
}
