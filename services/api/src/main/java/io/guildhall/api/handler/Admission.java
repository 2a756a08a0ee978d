package io.guildhall.api.handler;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.config.ApiIds;
import io.guildhall.identity.Accounts;
import io.guildhall.identity.factor.SecondFactorRecords;
import io.guildhall.identity.proof.Proofs;
import io.guildhall.identity.proof.Purpose;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Lets somebody in who has shown a password: at once, or with a ticket for the second step where the account asks for one. */
@ApplicationScoped
public class Admission {
    private final Accounts accounts;
    private final Entry entry;
    private final SecondFactorRecords factors;
    private final AskedKeys keys;
    private final Proofs proofs;
    private final ApiIds ids;

    @Inject
    public Admission(
            Accounts accounts, Entry entry, SecondFactorRecords factors, AskedKeys keys, Proofs proofs, ApiIds ids) {
        this.accounts = accounts;
        this.entry = entry;
        this.factors = factors;
        this.keys = keys;
        this.proofs = proofs;
        this.ids = ids;
    }

    /** {@code {token}}, or {@code {ticket, mfa: true}}. */
    public ObjectNode of(Accounts.Known known) {
        if (factors.asked(known.userId())) {
            return ticket(known);
        }
        long session = ids.next();
        String token = entry.enter(known, session);
        // Who begins to ask for a second factor ends all logins; one that was under way then would be left over.
        if (factors.asked(known.userId())) {
            accounts.logout(known.userId(), List.of(session));
            return ticket(known);
        }
        return Json.object().put("token", token);
    }

    private ObjectNode ticket(Accounts.Known known) {
        String ticket = proofs.issue(Purpose.TICKET, known.userId(), known.mark());
        return Json.object()
                .put("user_id", Snowflake.format(known.userId()))
                .putNull("token")
                .put("ticket", ticket)
                .put("mfa", true)
                .put("totp", factors.codesAsked(known.userId()))
                .put("backup", true)
                .put("sms", false)
                .put("webauthn", keys.of(known.userId(), ticket).orElse(null));
    }
}
