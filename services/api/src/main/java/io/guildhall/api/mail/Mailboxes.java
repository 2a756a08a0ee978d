package io.guildhall.api.mail;

import io.quarkus.mailer.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;
import java.time.Clock;

/** The mailbox that is configured. The client of SMTP is made only when it is used. */
@ApplicationScoped
class Mailboxes {
    @Produces
    @ApplicationScoped
    Mailbox mailbox(MailConfig config, Instance<Mailer> mailer, Clock clock) {
        return switch (config.kind()) {
            case FILE -> new FileMailbox(Path.of(config.directory()), config.from(), clock);
            case SMTP -> new SmtpMailbox(mailer.get(), config.from());
        };
    }
}
