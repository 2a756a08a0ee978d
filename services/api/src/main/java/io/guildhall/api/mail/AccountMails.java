package io.guildhall.api.mail;

import io.guildhall.api.aside.Aside;
import io.guildhall.api.config.PublicUrls;
import io.guildhall.api.limit.LimitGuard;
import io.guildhall.identity.People;
import io.guildhall.identity.Person;
import io.guildhall.identity.proof.Proofs;
import io.guildhall.observability.Metrics;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Mail by which people prove something. It is written and sent beside the request, so that no answer tells by its time whether there was
 * somebody to write to. One account gets {@code RateLimit.MAIL} of them; what is beyond, or finds none of {@value #MOST} places, is not sent, and
 * whoever waits for it asks again.
 */
@ApplicationScoped
public class AccountMails {
    private static final int MOST = 64;
    private static final int MOST_OF_ONE = 2;

    private final People people;
    private final Proofs proofs;
    private final Mailbox mailbox;
    private final MailConfig config;
    private final PublicUrls urls;
    private final LimitGuard limits;
    private final Aside work;

    @Inject
    public AccountMails(
            People people,
            Proofs proofs,
            Mailbox mailbox,
            MailConfig config,
            PublicUrls urls,
            LimitGuard limits,
            MeterRegistry meters) {
        this.people = people;
        this.proofs = proofs;
        this.mailbox = mailbox;
        this.config = config;
        this.urls = urls;
        this.limits = limits;
        this.work = new Aside("mail", Metrics.name(AccountMails.class, "mails"), meters, MOST, MOST_OF_ONE);
    }

    /** Asks whoever reads the account's mail to confirm the address, unless that has happened. */
    public void confirmAddress(long userId) {
        work.begin(userId, () -> people.person(userId)
                .filter(person -> !person.verified())
                .map(person -> write(person, Letter.CONFIRM))
                .orElse("nobody"));
    }

    /** Sends a way to another password, if this is somebody's name or address. */
    public void forgot(String login) {
        work.begin(People.key(login).hashCode(), () -> people.id(login)
                .flatMap(people::person)
                .map(person -> write(person, Letter.RESET))
                .orElse("nobody"));
    }

    private String write(Person person, Letter letter) {
        Optional<String> address = person.email();
        if (address.isEmpty()) {
            return "nobody";
        }
        if (!limits.takesMail(person.userId())) {
            return "limited";
        }
        String token =
                proofs.issue(letter.purpose(), person.userId(), letter.purpose().about(person));
        MailWords.Text words = MailWords.of(person.locale()).about(letter);
        mailbox.send(new Mail(
                address.get(),
                config.instanceName() + ": " + words.subject(),
                words.body().formatted(person.username(), config.instanceName(), link(letter, token))));
        return "sent";
    }

    /** The token is behind the hash sign: no server's log has it. */
    private String link(Letter letter, String token) {
        return config.webUrl().orElseGet(urls::issuer) + letter.page() + "#token=" + token;
    }
}
