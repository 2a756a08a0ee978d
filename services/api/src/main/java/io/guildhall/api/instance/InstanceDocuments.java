package io.guildhall.api.instance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.config.PublicUrls;
import io.guildhall.api.upload.FileBound;
import io.guildhall.identity.instance.Settings;
import io.guildhall.model.instance.InstanceSettings;
import io.guildhall.model.instance.Presentation;
import io.guildhall.model.instance.Quotas;
import io.guildhall.model.instance.RegistrationMode;
import io.guildhall.model.instance.Registrations;
import io.guildhall.model.payload.GuildProperties;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What the instance says of itself, in the form that clients of other open servers of this protocol read. */
@ApplicationScoped
public class InstanceDocuments {
    private static final String VERSION = "9";
    private static final int MOST_GUILDS = 100;
    private static final int SHORTEST_PASSWORD = 8;

    private final Settings settings;
    private final PublicUrls urls;
    private final FileBound files;

    @Inject
    public InstanceDocuments(Settings settings, PublicUrls urls, FileBound files) {
        this.settings = settings;
        this.urls = urls;
        this.files = files;
    }

    /** Where the API is, for those who were told nothing but the instance's name. */
    public ObjectNode wellKnown() {
        return Json.object().put("api", urls.api() + "/v" + VERSION);
    }

    /** Where all parts are; clients add paths such as {@code /api/v9} themselves. */
    public ObjectNode wellKnownForClients() {
        ObjectNode document = Json.object();
        document.putObject("api")
                .put("baseUrl", urls.issuer())
                .putObject("apiVersions")
                .put("default", VERSION)
                .putArray("active")
                .add("9")
                .add("10");
        document.putObject("gateway").put("baseUrl", urls.gateway());
        document.putObject("cdn").put("baseUrl", urls.cdn());
        return document;
    }

    ObjectNode domains() {
        return Json.object()
                .put("apiEndpoint", urls.api() + "/v" + VERSION)
                .put("defaultApiVersion", VERSION)
                .put("gateway", urls.gateway())
                .put("cdn", urls.cdn());
    }

    ObjectNode ping() {
        ObjectNode pong = Json.object().put("ping", "pong!");
        Presentation shown = settings.lately().presentation();
        pong.putObject("instance").put("name", shown.name()).put("description", shown.description());
        return pong;
    }

    ObjectNode instance() {
        InstanceSettings now = settings.lately();
        Presentation shown = now.presentation();
        ObjectNode document = Json.object()
                .put("instanceName", shown.name())
                .put("instanceDescription", shown.description())
                .put("frontPage", urls.issuer())
                .put("tosPage", orNull(shown.termsUrl()))
                .put("privacyPage", orNull(shown.privacyUrl()))
                .put("correspondenceEmail", orNull(shown.contact()))
                .putNull("correspondenceUserID")
                .putNull("image")
                .putNull("instanceId");
        document.set("register", register(now.registrations()));
        return document;
    }

    ObjectNode config() {
        InstanceSettings now = settings.lately();
        ObjectNode document = Json.object();
        document.set("general", instance());
        document.set("register", register(now.registrations()));
        document.set("limits", limits());
        return document;
    }

    ObjectNode limits() {
        Quotas quotas = settings.lately().quotas();
        ObjectNode limits = Json.object();
        limits.putObject("user")
                .put("maxGuilds", Quotas.least(quotas.guildsPerPerson(), MOST_GUILDS))
                .put("maxUsername", 32)
                .put("maxFriends", 1_000);
        limits.putObject("guild")
                .put("maxRoles", 250)
                .put("maxChannels", 500)
                .put("maxMembers", Quotas.least(quotas.membersPerGuild(), GuildProperties.MOST_MEMBERS));
        limits.putObject("message")
                .put("maxCharacters", 2_000)
                .put("maxReactions", 20)
                .put("maxAttachmentSize", files.one())
                .put("maxBulkDelete", 100);
        limits.putObject("channel").put("maxPins", 250).put("maxTopic", 1_024).put("maxWebhooks", 15);
        return limits;
    }

    private static ObjectNode register(Registrations rules) {
        ObjectNode register = Json.object()
                .put("mode", rules.mode().text())
                .put("disabled", rules.mode() == RegistrationMode.CLOSED)
                .put("requireInvite", rules.mode() == RegistrationMode.INVITATION)
                .put("requireCaptcha", rules.proofOfWorkBits() > 0);
        register.putObject("email").put("required", rules.emailRequired());
        register.putObject("password").put("required", true).put("minLength", SHORTEST_PASSWORD);
        return register;
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
