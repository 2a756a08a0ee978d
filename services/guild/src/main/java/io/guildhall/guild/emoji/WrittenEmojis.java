package io.guildhall.guild.emoji;

import io.guildhall.guild.kernel.actor.SideBySide;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Emoji;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Custom emojis in what people write: {@code <:name:id>}, or {@code <a:name:id>}. */
public final class WrittenEmojis {
    private static final Pattern EMOJI = Pattern.compile("<a?:([A-Za-z0-9_]{2,32}):([0-9]{1,20})>");

    private WrittenEmojis() {}

    /**
     * The text with only those emojis that its author may use; of others the name is left. Those of others are not looked up for who may
     * use external ones: what names an emoji that does not exist is shown as its name anyhow.
     */
    public static String usable(EmojiUse use, String text) {
        if (text.indexOf('<') < 0 || use.mayUseExternal()) {
            return text;
        }
        List<String> ids = EMOJI.matcher(text)
                .results()
                .map(found -> found.group(2))
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            return text;
        }
        Set<String> usable = SideBySide.map(ids, id -> find(use, id)).stream()
                .flatMap(Optional::stream)
                .map(Emoji::id)
                .collect(Collectors.toSet());
        return EMOJI.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(usable.contains(found.group(2)) ? found.group() : name(found)));
    }

    private static String name(MatchResult found) {
        return ":" + found.group(1) + ":";
    }

    private static Optional<Emoji> find(EmojiUse use, String id) {
        try {
            return use.find(Snowflake.parse(id));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }
}
