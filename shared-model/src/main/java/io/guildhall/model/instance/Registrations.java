package io.guildhall.model.instance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Who may make an account, and how.
 *
 * @param emailRequired nobody without an address
 * @param blockedEmailDomains nobody with an address of these domains, or of one below them; in lower case
 * @param perAddress how many an hour from one network address; 0: as many as the operation's own limit lets through
 * @param perHour how many an hour altogether; 0: any number
 * @param proofOfWorkBits how many leading zero bits the hash must have that a client has to find; 0: none is asked for
 */
public record Registrations(
        RegistrationMode mode,
        boolean emailRequired,
        List<String> blockedEmailDomains,
        int perAddress,
        int perHour,
        int proofOfWorkBits) {
    /** Full stops of any script: {@link IDN} leaves them as they are where it finds nothing between two. */
    private static final Pattern END = Pattern.compile("[.\u3002\uff0e\uff61]+$");

    public static final Registrations OPEN = new Registrations(RegistrationMode.OPEN, false, List.of(), 0, 0, 0);

    public Registrations {
        blockedEmailDomains = List.copyOf(blockedEmailDomains);
    }

    static Registrations of(JsonNode settings) {
        List<String> domains = new ArrayList<>();
        settings.path("blocked_email_domains").forEach(domain -> domains.add(domain.asText()));
        return new Registrations(
                RegistrationMode.of(settings.path("registration").asText(RegistrationMode.OPEN.text())),
                settings.path("email_required").asBoolean(),
                domains,
                settings.path("registrations_per_address").asInt(),
                settings.path("registrations_per_hour").asInt(),
                settings.path("proof_of_work_bits").asInt());
    }

    void write(ObjectNode settings) {
        settings.put("registration", mode.text())
                .put("email_required", emailRequired)
                .put("registrations_per_address", perAddress)
                .put("registrations_per_hour", perHour)
                .put("proof_of_work_bits", proofOfWorkBits);
        ArrayNode domains = settings.putArray("blocked_email_domains");
        blockedEmailDomains.forEach(domains::add);
    }

    /** Whether an address is of a blocked domain, or of one below it. */
    public boolean blocks(String email) {
        String plain = plain(email.substring(email.lastIndexOf('@') + 1));
        return blockedEmailDomains.stream().anyMatch(blocked -> plain.equals(blocked) || plain.endsWith("." + blocked));
    }

    /** A domain has several spellings that lead to one place. Any of the dots that scripts have may end it. */
    private static String plain(String domain) {
        String written;
        try {
            written = IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException none) {
            written = domain;
        }
        return END.matcher(written).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
