package io.guildhall.api.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.config.ApiIds;
import io.guildhall.api.handler.Answering;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.api.handler.PresentPassword;
import io.guildhall.api.limit.LimitGuard;
import io.guildhall.identity.Accounts;
import io.guildhall.identity.People;
import io.guildhall.identity.factor.SecondFactorRecords;
import io.guildhall.identity.passkey.Ceremony;
import io.guildhall.identity.passkey.PasskeyRecords;
import io.guildhall.identity.passkey.PasskeyRecords.Passkey;
import io.guildhall.identity.proof.Proofs;
import io.guildhall.identity.proof.Purpose;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.catalogue.AccountOperations;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Keys of the caller's devices. With the first one the account asks for more than its password, and there are backup codes; every other login ends
 * then, as with the last one.
 */
@Singleton
public class PasskeyHandlers {
    private static final int MOST = 16;
    private static final String UNNAMED = "Security key";

    private final PasskeyRecords passkeys;
    private final PasskeyCeremonies ceremonies;
    private final SecondFactorRecords factors;
    private final PresentPassword password;
    private final Accounts accounts;
    private final People people;
    private final Proofs proofs;
    private final Proven proven;
    private final AskedFactors asked;
    private final RenewedLogins logins;
    private final LimitGuard limits;
    private final ApiIds ids;

    @Inject
    public PasskeyHandlers(
            PasskeyRecords passkeys,
            PasskeyCeremonies ceremonies,
            SecondFactorRecords factors,
            PresentPassword password,
            Accounts accounts,
            People people,
            Proofs proofs,
            Proven proven,
            AskedFactors asked,
            RenewedLogins logins,
            LimitGuard limits,
            ApiIds ids) {
        this.passkeys = passkeys;
        this.ceremonies = ceremonies;
        this.factors = factors;
        this.password = password;
        this.accounts = accounts;
        this.people = people;
        this.proofs = proofs;
        this.proven = proven;
        this.asked = asked;
        this.logins = logins;
        this.limits = limits;
        this.ids = ids;
    }

    @Produces
    @Singleton
    public ApiHandler listPasskeys() {
        return new Answering(AccountOperations.LIST_PASSKEYS, call -> {
            ArrayNode list = Json.array();
            passkeys.of(call.caller().userId()).forEach(key -> list.add(shown(key)));
            return list;
        });
    }

    @Produces
    @Singleton
    public ApiHandler addPasskey() {
        return new Answering(AccountOperations.ADD_PASSKEY, call -> {
            PasskeyBody body = PasskeyBody.of(call.body());
            limits.takeCode(call.caller().userId());
            return body.ticket().hasValue() ? add(call, body) : begin(call, body);
        });
    }

    @Produces
    @Singleton
    public ApiHandler renamePasskey() {
        return new Answering(AccountOperations.RENAME_PASSKEY, call -> {
            Passkey key = require(call);
            String name = PasskeyName.of(call.body()).name().required();
            passkeys.rename(call.caller().userId(), key.id(), name);
            return shown(new Passkey(key.id(), key.credential(), key.key(), key.signed(), name));
        });
    }

    @Produces
    @Singleton
    public ApiHandler deletePasskey() {
        return new Answering(AccountOperations.DELETE_PASSKEY, this::delete);
    }

    private JsonNode begin(ApiCall call, PasskeyBody body) {
        long user = call.caller().userId();
        Accounts.Known known = password.require(user, body.password().required());
        List<Passkey> present = passkeys.of(user);
        if (present.size() >= MOST) {
            throw tooMany();
        }
        String ticket = proofs.issue(Purpose.PASSKEY, user, known.mark());
        return Json.object()
                .put("ticket", ticket)
                .put(
                        "challenge",
                        ceremonies.making(
                                people.person(user).orElseThrow(ApiException::unauthorized), ticket, present));
    }

    private JsonNode add(ApiCall call, PasskeyBody body) {
        String ticket = body.ticket().required();
        Proven.By by = proven.find(Purpose.PASSKEY, ticket);
        long user = by.person().userId();
        Ceremony.Made made = ceremonies
                .ceremony()
                .made(body.credential().required(), ceremonies.challenge(ticket))
                .filter(key -> user == call.caller().userId())
                .orElseThrow(() -> wrong("credential"));
        proven.use(by);
        boolean first = !factors.asked(user);
        Passkey key = new Passkey(
                ids.next(),
                made.credential(),
                made.key(),
                made.signed(),
                body.name().or(UNNAMED));
        List<String> codes = factors.beginBackup(user);
        passkeys.add(user, key);
        if (isTooMany(user, key)) {
            passkeys.remove(user, key.id());
            throw tooMany();
        }
        Accounts.Known known = new Accounts.Known(user, by.proof().about());
        // Whoever knew only a password that was replaced meanwhile would have shut out the person who did so.
        if (!accounts.holds(known)) {
            passkeys.remove(user, key.id());
            factors.endBackup(user);
            throw ApiException.unauthorized();
        }
        asked.settle(user);
        ObjectNode answer = ShownCodes.put(codes, user, shown(key));
        return first ? answer.put("token", logins.after(known)) : answer;
    }

    private JsonNode delete(ApiCall call) {
        long user = call.caller().userId();
        Accounts.Known known =
                password.require(user, PasswordBody.of(call.body()).password().required());
        Passkey key = require(call);
        boolean last = passkeys.of(user).size() == 1 && !factors.codesAsked(user);
        if (last) {
            asked.announce(user, false);
        }
        passkeys.remove(user, key.id());
        factors.endBackup(user);
        return asked.settle(user) ? Json.object() : Json.object().put("token", logins.after(known));
    }

    /** There was room when it was begun, but another may have been added since: the first ones stay, and the last of them sees all. */
    private boolean isTooMany(long user, Passkey added) {
        return passkeys.of(user).stream().limit(MOST).noneMatch(key -> key.id() == added.id());
    }

    private static ApiException tooMany() {
        return ApiException.invalidField(
                "credential", "BASE_TYPE_MAX_LENGTH", "Must be " + MOST + " or fewer in length.");
    }

    private Passkey require(ApiCall call) {
        return passkeys.find(call.caller().userId(), Snowflake.parse(call.path().get("passkey_id")))
                .orElseThrow(() -> ApiException.notFound(ErrorCode.UNKNOWN_TOKEN));
    }

    static ApiException wrong(String field) {
        return ApiException.invalidField(field, "INVALID_CODE", "Invalid two-factor code.");
    }

    private static ObjectNode shown(Passkey key) {
        return Json.object()
                .put("id", Snowflake.format(key.id()))
                .put("name", key.name())
                .put("type", 1);
    }
}
