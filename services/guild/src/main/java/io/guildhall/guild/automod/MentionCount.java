package io.guildhall.guild.automod;

import java.util.regex.Pattern;

/** How many different users and roles a text mentions, whether or not they take effect. */
final class MentionCount {
    private static final Pattern MENTION = Pattern.compile("<@[!&]?([0-9]{1,20})>");

    private MentionCount() {}

    static int in(String text) {
        return text.indexOf("<@") < 0
                ? 0
                : (int) MENTION.matcher(text)
                        .results()
                        .map(mention -> mention.group(1))
                        .distinct()
                        .count();
    }
}
