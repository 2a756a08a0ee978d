package io.guildhall.api.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.config.ApiIds;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.api.handler.Entry;
import io.guildhall.api.limit.LimitGuard;
import io.guildhall.identity.Accounts;
import io.guildhall.identity.passkey.Ceremony;
import io.guildhall.identity.passkey.PasskeyRecords;
import io.guildhall.identity.passkey.PasskeyRecords.Passkey;
import io.guildhall.identity.proof.Purpose;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.AccountOperations;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The second step of a login, by a key of a device. Tries are counted together with those of codes. */
@ApplicationScoped
public class LoginWithPasskey implements ApiHandler {
    private final Proven proven;
    private final Entry entry;
    private final PasskeyRecords passkeys;
    private final PasskeyCeremonies ceremonies;
    private final LimitGuard limits;
    private final ApiIds ids;

    @Inject
    public LoginWithPasskey(
            Proven proven,
            Entry entry,
            PasskeyRecords passkeys,
            PasskeyCeremonies ceremonies,
            LimitGuard limits,
            ApiIds ids) {
        this.proven = proven;
        this.entry = entry;
        this.passkeys = passkeys;
        this.ceremonies = ceremonies;
        this.limits = limits;
        this.ids = ids;
    }

    @Override
    public Operation operation() {
        return AccountOperations.LOGIN_WITH_PASSKEY;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        TicketBody body = TicketBody.of(call.body());
        String ticket = body.ticket().required();
        Proven.By by = proven.find(Purpose.TICKET, ticket);
        long user = by.person().userId();
        limits.takeCode(user);
        String answer = body.code().required();
        Passkey key = Ceremony.credential(answer)
                .flatMap(credential -> passkeys.of(user).stream()
                        .filter(known -> known.credential().equals(credential))
                        .findFirst())
                .orElseThrow(() -> PasskeyHandlers.wrong("code"));
        long signed = ceremonies
                .ceremony()
                .signed(answer, ceremonies.challenge(ticket), key.key())
                .orElseThrow(() -> PasskeyHandlers.wrong("code"));
        if (!passkeys.count(user, key, signed)) {
            throw PasskeyHandlers.wrong("code");
        }
        proven.use(by);
        return Json.object()
                .put("token", entry.enter(new Accounts.Known(user, by.proof().about()), ids.next()));
    }
}
