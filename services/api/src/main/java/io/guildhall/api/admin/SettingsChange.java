package io.guildhall.api.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import io.guildhall.model.instance.InstanceSettings;
import io.guildhall.model.payload.Json;
import java.util.List;
import java.util.Locale;

/** What somebody says about the instance's settings. */
public record SettingsChange(
        Given<String> instanceName,
        Given<String> description,
        Given<String> contact,
        Given<String> termsUrl,
        Given<String> privacyUrl,
        Given<String> registration,
        Given<Boolean> emailRequired,
        Given<List<String>> blockedEmailDomains,
        Given<Long> registrationsPerAddress,
        Given<Long> registrationsPerHour,
        Given<Long> proofOfWorkBits,
        Given<Long> maxFileBytes,
        Given<Long> guildsPerPerson,
        Given<Long> membersPerGuild) {
    public static SettingsChange of(JsonNode body) {
        Fields fields = new Fields(body);
        return new SettingsChange(
                fields.text("instance_name"),
                fields.text("description"),
                fields.text("contact"),
                fields.text("terms_url"),
                fields.text("privacy_url"),
                fields.text("registration"),
                fields.flag("email_required"),
                fields.list("blocked_email_domains", domain -> domain.asText().toLowerCase(Locale.ROOT)),
                fields.number("registrations_per_address"),
                fields.number("registrations_per_hour"),
                fields.number("proof_of_work_bits"),
                fields.number("max_file_bytes"),
                fields.number("guilds_per_person"),
                fields.number("members_per_guild"));
    }

    /** What is not named stays; a null puts the default back. */
    InstanceSettings applied(InstanceSettings before) {
        ObjectNode changed = before.json();
        for (Given<?> given : all()) {
            if (given.named()) {
                changed.set(given.field(), tree(given));
            }
        }
        return InstanceSettings.of(changed);
    }

    private static <T> JsonNode tree(Given<T> given) {
        return Json.tree(given.json(given.orNull()));
    }

    private List<Given<?>> all() {
        return List.of(
                instanceName,
                description,
                contact,
                termsUrl,
                privacyUrl,
                registration,
                emailRequired,
                blockedEmailDomains,
                registrationsPerAddress,
                registrationsPerHour,
                proofOfWorkBits,
                maxFileBytes,
                guildsPerPerson,
                membersPerGuild);
    }
}
