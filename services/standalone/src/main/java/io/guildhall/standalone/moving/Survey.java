package io.guildhall.standalone.moving;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.name.NameRule;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.table.catalogue.MessageBucket;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the files are about, all together: one guild, its channels, roles and people. What is kept grows with people and channels, not with messages. */
final class Survey {
    private static final int MOST_PEOPLE = 1_000_000;
    private static final int MOST_ROLES = 250;
    private static final int MOST_CHANNELS = 500;
    private static final int MOST_OF_NAME = 100;
    private static final long NO_GUILD = 0;

    private final Ids ids;
    private final Map<Long, Channel> channels = new TreeMap<>();
    private final Map<Long, Person> people = new TreeMap<>();
    private final Map<Long, Role> roles = new TreeMap<>();
    private long guildId = NO_GUILD;
    private String guildName = "";
    private long messages;
    private long skipped;

    private Survey(Ids ids) {
        this.ids = ids;
    }

    static Survey of(List<ExportFile> files, Ids ids) throws IOException, ExportException {
        Survey survey = new Survey(ids);
        for (ExportFile file : files) {
            survey.read(file);
        }
        survey.addHolders();
        return survey;
    }

    private void read(ExportFile file) throws IOException, ExportException {
        Channel channel = channel(file.head(), file);
        file.read(message -> see(channel, message));
    }

    private Channel channel(JsonNode head, ExportFile file) throws ExportException {
        long id = ids.require(head.path("guild").path("id"), "the guild of " + file.name());
        if (guildId != NO_GUILD && guildId != id) {
            throw new ExportException(
                    file.name() + " is of another guild than the files before it; import one guild at a time");
        }
        guildId = id;
        String name = NameRule.clean(head.path("guild").path("name").asText(""));
        guildName = name.length() < 2 ? "imported guild" : name.substring(0, Math.min(MOST_OF_NAME, name.length()));
        Channel read = Channel.of(head.path("channel"), ids, file.name());
        // A channel may be spread over several files.
        Channel known = channels.putIfAbsent(read.id(), read);
        return known == null ? read : known;
    }

    private void see(Channel channel, JsonNode json) throws ExportException {
        ExportedMessage message = new ExportedMessage(json, ids);
        if (message.id().isEmpty() || message.authorId().isEmpty()) {
            skipped++;
            return;
        }
        long id = message.id().get();
        long time = Snowflake.timestamp(id);
        messages++;
        channel.saw(id, MessageBucket.of(id), message.authorId().get(), message.pinned(), time);
        if (!Person.isWebhook(message.author())) {
            meet(message.authorId().get(), message.author(), time);
        }
        for (JsonNode mentioned : message.mentions()) {
            ids.find(mentioned.path("id")).ifPresent(user -> meet(user, mentioned, time));
        }
        for (JsonNode reaction : message.reactions()) {
            for (JsonNode user : reaction.path("users")) {
                ids.find(user.path("id")).ifPresent(who -> meet(who, user, time));
            }
        }
        if (people.size() > MOST_PEOPLE) {
            throw new ExportException("there are more than " + MOST_PEOPLE + " people in the export");
        }
    }

    private void meet(long id, JsonNode author, long time) {
        List<Long> borne = new ArrayList<>();
        for (JsonNode role : author.path("roles")) {
            ids.find(role.path("id")).filter(of -> of != guildId).ifPresent(of -> {
                if (roles.containsKey(of) || roles.size() < MOST_ROLES - 1) {
                    roles.putIfAbsent(of, Role.of(of, role));
                    borne.add(of);
                }
            });
        }
        people.merge(id, Person.of(id, author, List.copyOf(borne), time), Person::with);
    }

    /** Categories, and the forums of posts, which have no files of their own. */
    private void addHolders() throws ExportException {
        for (Channel channel : List.copyOf(channels.values())) {
            channel.parent()
                    .ifPresent(parent -> channels.computeIfAbsent(
                            parent.id(),
                            missing -> Channel.holding(
                                    parent,
                                    channel.type().thread() ? ChannelType.GUILD_FORUM : ChannelType.GUILD_CATEGORY)));
            if (channel.type().thread() && channel.parent().isEmpty()) {
                throw new ExportException("the thread " + channel.name() + " is of no channel");
            }
        }
        if (channels.values().stream()
                        .filter(channel -> !channel.type().thread())
                        .count()
                > MOST_CHANNELS) {
            throw new ExportException("there are more than " + MOST_CHANNELS + " channels in the export");
        }
    }

    long guildId() {
        return guildId;
    }

    String guildName() {
        return guildName;
    }

    /** With threads and categories, by their ids. */
    Map<Long, Channel> channels() {
        return channels;
    }

    /** By their ids. */
    Map<Long, Person> people() {
        return people;
    }

    /** By their ids. */
    Map<Long, Role> roles() {
        return roles;
    }

    long messages() {
        return messages;
    }

    /** Messages that have no id or no author, and so can't be told apart. */
    long skipped() {
        return skipped;
    }
}
