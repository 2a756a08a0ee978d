package io.guildhall.standalone.moving;

import io.guildhall.model.name.UsernameRule;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.catalogue.ChannelOwners;
import io.guildhall.model.table.catalogue.Guilds;
import io.guildhall.model.table.catalogue.Usernames;
import io.guildhall.model.table.catalogue.Users;
import io.guildhall.storage.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes one guild of the files of one export. */
final class GuildImport {
    private static final long TOLD_EVERY = 20_000;

    private final Store store;
    private final StoredRows rows;
    private final Path progressFolder;
    private final Clock clock;
    private final Consumer<String> out;

    /**
     * @param progressFolder where it is kept how far imports have come
     * @param out hears lines for the operator
     */
    GuildImport(Store store, Path progressFolder, Clock clock, Consumer<String> out) {
        this.store = store;
        this.rows = new StoredRows(store);
        this.progressFolder = progressFolder;
        this.clock = clock;
        this.out = out;
    }

    /** What came of it. */
    record Outcome(long guildId, long messages, long skipped, long files, long missing) {}

    /**
     * @param ownerName the username of whoever shall own the guild
     * @param attached brings the files of messages
     * @return empty when the guild is there already
     */
    Optional<Outcome> run(List<ExportFile> files, String ownerName, AttachedFiles attached)
            throws IOException, ExportException {
        Ids ids = new Ids(clock.millis());
        long owner = rows.find(Usernames.TABLE, UsernameRule.key(ownerName))
                .map(row -> row.get(Usernames.USER_ID))
                .orElseThrow(() -> new ExportException("nobody here is called " + ownerName));
        User user = rows.find(Users.TABLE, owner)
                .map(User::from)
                .orElseThrow(() -> new ExportException(ownerName + " has no account any more"));
        Survey survey = Survey.of(files, ids);
        if (rows.find(Guilds.TABLE, survey.guildId())
                .filter(row -> row.has(Guilds.OWNER_ID))
                .isPresent()) {
            return Optional.empty();
        }
        requireFree(survey);
        out.accept("%s: %,d messages, %,d channels and threads, %,d people"
                .formatted(
                        survey.guildName(),
                        survey.messages(),
                        survey.channels().size(),
                        survey.people().size()));
        People people = People.of(survey, store);
        GuildRows own = new GuildRows(survey, people);
        write(own, survey, people);
        Progress progress = Progress.of(progressFolder.resolve(Long.toUnsignedString(survey.guildId())));
        messages(files, survey, new MessageRows(survey, people, attached, ids), progress);
        Writer writer = new Writer(store);
        writer.add(own.guild(user, owner, clock.millis()));
        writer.write();
        progress.finished();
        return Optional.of(new Outcome(
                survey.guildId(), survey.messages(), survey.skipped(), attached.brought(), attached.missing()));
    }

    /** No channel of another guild may be written to, whatever an export says. */
    private void requireFree(Survey survey) throws ExportException {
        for (long channel : survey.channels().keySet()) {
            if (rows.find(ChannelOwners.TABLE, channel)
                    .filter(row -> row.get(ChannelOwners.GUILD_ID, 0L) != survey.guildId())
                    .isPresent()) {
                throw new ExportException("channel " + channel + " is there already, and not of this guild");
            }
        }
    }

    private void write(GuildRows own, Survey survey, People people) {
        Writer writer = new Writer(store);
        writer.add(own.roles());
        int position = 0;
        List<Channel> ordered = survey.channels().values().stream()
                .sorted(Comparator.comparing((Channel channel) -> channel.type() != ChannelType.GUILD_CATEGORY)
                        .thenComparingLong(Channel::id))
                .toList();
        for (Channel channel : ordered) {
            writer.add(own.channel(channel, position++));
            writeIfFull(writer);
        }
        for (Person person : people.all()) {
            writer.add(own.person(person));
            writeIfFull(writer);
        }
        writer.write();
    }

    private void messages(List<ExportFile> files, Survey survey, MessageRows made, Progress progress)
            throws IOException, ExportException {
        long[] told = {0};
        for (ExportFile file : files) {
            Channel channel = survey.channels()
                    .get(Channel.of(file.head().path("channel"), made.ids(), file.name())
                            .id());
            long before = progress.doneOf(file.name());
            if (before == Long.MAX_VALUE) {
                continue;
            }
            Writer writer = new Writer(store);
            long[] read = {0};
            file.read(message -> {
                read[0]++;
                if (read[0] <= before) {
                    return;
                }
                writer.add(made.of(channel, new ExportedMessage(message, made.ids())));
                if (writer.full()) {
                    writer.write();
                    progress.reached(file.name(), read[0]);
                }
                if (++told[0] % TOLD_EVERY == 0) {
                    out.accept("%,d of %,d messages".formatted(told[0], survey.messages()));
                }
            });
            writer.write();
            progress.reached(file.name(), read[0]);
        }
    }

    private static void writeIfFull(Writer writer) {
        if (writer.full()) {
            writer.write();
        }
    }
}
