package io.guildhall.api.registration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.identity.instance.Records;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.catalogue.InstanceRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Codes that people make an account with where that needs one. */
@ApplicationScoped
public class Invitations {
    /** There is a list of all, which is read as a whole. */
    private static final int MOST = 1_000;

    private static final int BYTES = 12;
    private static final String USES = "uses";
    private static final String MAX_USES = "max_uses";
    private static final String EXPIRES_AT = "expires_at";

    private final Records records;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Inject
    public Invitations(Records records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    /** @param seconds how long it is good; empty for always */
    public ObjectNode make(long maxUses, Optional<Long> seconds, long by) {
        if (records.all(InstanceRecords.INVITATIONS).size() >= MOST) {
            throw ApiException.of(ErrorCode.MAXIMUM_NUMBER_OF_INVITES_REACHED);
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        ObjectNode invitation = Json.object()
                .put(USES, 0)
                .put(MAX_USES, maxUses)
                .put("created_at", clock.millis())
                .put("created_by", Snowflake.format(by));
        seconds.ifPresent(life -> invitation.put(EXPIRES_AT, clock.millis() + life * 1_000));
        records.change(InstanceRecords.INVITATIONS, code, Json.object(), before -> invitation);
        return shown(code, invitation);
    }

    public List<ObjectNode> all() {
        return records.all(InstanceRecords.INVITATIONS).stream()
                .map(record -> shown(record.name(), record.value()))
                .toList();
    }

    public boolean remove(String code) {
        return records.remove(InstanceRecords.INVITATIONS, code);
    }

    /**
     * Takes one use.
     *
     * @throws ApiException 50035 when the code is none, has ended, or was used as often as it may be
     */
    void use(String code) {
        if (records.find(InstanceRecords.INVITATIONS, code).isEmpty()) {
            throw noGood();
        }
        records.change(InstanceRecords.INVITATIONS, code, Json.object(), before -> {
            boolean over = before.path(EXPIRES_AT).asLong(Long.MAX_VALUE) <= clock.millis();
            if (over || before.path(USES).asLong() >= before.path(MAX_USES).asLong()) {
                throw noGood();
            }
            return counted(before, 1);
        });
    }

    /** The account that was to be made with it was not. */
    void giveBack(String code) {
        if (records.find(InstanceRecords.INVITATIONS, code).isPresent()) {
            records.change(InstanceRecords.INVITATIONS, code, Json.object(), before -> counted(before, -1));
        }
    }

    private static ObjectNode counted(JsonNode before, int more) {
        return ((ObjectNode) before.deepCopy())
                .put(USES, Math.max(0, before.path(USES).asLong() + more));
    }

    static ApiException noGood() {
        return ApiException.invalidField("invite", "INVITATION_INVALID", "This invitation is not good.");
    }

    private static ObjectNode shown(String code, JsonNode invitation) {
        ObjectNode shown = Json.object().put("code", code);
        shown.setAll((ObjectNode) invitation.deepCopy());
        Timestamps.of(shown, "created_at", EXPIRES_AT);
        return shown;
    }
}
