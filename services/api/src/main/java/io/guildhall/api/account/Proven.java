package io.guildhall.api.account;

import io.guildhall.identity.People;
import io.guildhall.identity.Person;
import io.guildhall.identity.proof.Proof;
import io.guildhall.identity.proof.Proofs;
import io.guildhall.identity.proof.Purpose;
import io.guildhall.model.error.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whom a token of a proof is good for. */
@ApplicationScoped
public class Proven {
    private final Proofs proofs;
    private final People people;

    /** Somebody, and the token that they showed. */
    public record By(Person person, Proof proof) {}

    @Inject
    public Proven(Proofs proofs, People people) {
        this.proofs = proofs;
        this.people = people;
    }

    /** @throws ApiException 50035 for a token that is no good, whatever the reason */
    public By find(Purpose purpose, String token) {
        return proofs.find(purpose, token)
                .flatMap(proof -> people.person(proof.userId())
                        .filter(person -> purpose.about(person).equals(proof.about()))
                        .map(person -> new By(person, proof)))
                .orElseThrow(() -> noGood(purpose));
    }

    /** @throws ApiException 50035 when somebody else has used it meanwhile */
    public void use(By by) {
        if (!proofs.use(by.proof())) {
            throw noGood(by.proof().purpose());
        }
    }

    private static ApiException noGood(Purpose purpose) {
        String field = purpose == Purpose.TICKET || purpose == Purpose.PASSKEY ? "ticket" : "token";
        return ApiException.invalidField(field, "TOKEN_INVALID", "Token is invalid or has expired.");
    }
}
