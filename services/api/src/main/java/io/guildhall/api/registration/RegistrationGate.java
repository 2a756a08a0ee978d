package io.guildhall.api.registration;

import io.guildhall.api.limit.LimitGuard;
import io.guildhall.identity.instance.Settings;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.instance.RegistrationMode;
import io.guildhall.model.instance.Registrations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether somebody may make an account, as the administrators of the instance say. */
@ApplicationScoped
public class RegistrationGate {
    private final Settings settings;
    private final Invitations invitations;
    private final ProofOfWork work;
    private final LimitGuard limits;

    /** What somebody shows who wants in. */
    public record Applicant(
            String address,
            Optional<String> email,
            Optional<String> invitation,
            Optional<String> challenge,
            Optional<String> solution) {}

    @Inject
    public RegistrationGate(Settings settings, Invitations invitations, ProofOfWork work, LimitGuard limits) {
        this.settings = settings;
        this.invitations = invitations;
        this.work = work;
        this.limits = limits;
    }

    /**
     * Makes the account when everything is in order. What costs the client something is asked last, and an invitation is used only for an account
     * that is made.
     */
    public <T> T pass(Applicant applicant, Supplier<T> account) {
        Registrations rules = settings.now().registrations();
        if (rules.mode() == RegistrationMode.CLOSED) {
            throw ApiException.invalidField(
                    "username", "REGISTRATION_DISABLED", "No accounts are made here at the moment.");
        }
        requireEmail(rules, applicant.email());
        requireWork(rules, applicant);
        limits.takeRegistration(applicant.address(), rules.perAddress(), rules.perHour());
        return rules.mode() == RegistrationMode.INVITATION
                ? invited(applicant.invitation().orElseThrow(RegistrationGate::uninvited), account)
                : account.get();
    }

    private <T> T invited(String code, Supplier<T> account) {
        invitations.use(code);
        try {
            return account.get();
        } catch (ApiException refused) {
            invitations.giveBack(code);
            throw refused;
        }
    }

    private static void requireEmail(Registrations rules, Optional<String> email) {
        if (email.isEmpty() && rules.emailRequired()) {
            throw ApiException.invalidField("email", "BASE_TYPE_REQUIRED", "This field is required");
        }
        if (email.filter(rules::blocks).isPresent()) {
            throw ApiException.invalidField(
                    "email", "EMAIL_DOMAIN_BLOCKED", "Addresses of this provider are not taken here.");
        }
    }

    private void requireWork(Registrations rules, Applicant applicant) {
        int bits = rules.proofOfWorkBits();
        if (bits == 0) {
            return;
        }
        boolean shown =
                applicant.challenge().isPresent() && applicant.solution().isPresent();
        boolean solved = shown
                && work.solved(
                        applicant.challenge().orElseThrow(),
                        applicant.address(),
                        applicant.solution().orElseThrow(),
                        bits);
        if (!solved) {
            throw new WorkRequired(
                    shown ? "invalid-response" : "captcha-required", work.challenge(applicant.address()), bits);
        }
    }

    private static ApiException uninvited() {
        return ApiException.invalidField(
                "invite", "INVITATION_REQUIRED", "Who makes an account here needs an invitation.");
    }
}
