package io.guildhall.model.operation.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where shapes differ from Discord's OpenAPI description on purpose.
 *
 * @param place the place in the body or query, a pattern over the whole of it; behind the route when it is about one alone
 */
record Deviation(Kind kind, Pattern place, String reason) {
    enum Kind {
        /** The field is left out of the clean form. */
        LEFT_OUT,
        /** What the description allows is refused. */
        NARROWER
    }

    private static final List<Deviation> ALL = List.of(
            leftOut(
                    "body\\.(access_tokens?(\\.\\*)?|nick)",
                    "groups are of people, who bring in their friends: applications bring nobody into one"),
            leftOut(
                    "body\\.embeds\\.\\*\\.(type|video\\..*|provider\\..*|(image|thumbnail)\\.(placeholder.*|description))",
                    "what a link's embed says of itself; senders cannot set it"),
            leftOut(
                    "body\\.(explicit_content_filter|max_participants|type)",
                    "of applications: not in the documentation, and what they were for is gone"),
            leftOut("body\\.description\\.default", "the documentation has a plain text, which libraries send"),
            leftOut("body\\.poll\\.question\\.emoji\\.name", "questions have text only, by the documentation"),
            leftOut("body\\.recurrence_rule\\.by_year_day.*", "the documentation: cannot be set"),
            leftOut(
                    "POST /lobbies/\\{lobby_id}/messages body\\.(embeds|allowed_mentions|components|attachments|poll|shared_client_theme"
                            + "|message_reference|nonce)(\\..*)?",
                    "what is said in a lobby is text: nothing else of a message stands in answers"),
            leftOut("body\\.sticker_ids", "of edits: not in the documentation"),
            leftOut(
                    "body\\.((check_run|check_suite|discussion|answer)\\..*|(comment|issue|pull_request|release|review)\\.(user|author)\\..*)",
                    "parts of a code host's report that no message is made of"),
            narrower("body\\.allowed_mentions\\.parse", "there are three kinds"),
            narrower("body\\.attachments\\.\\*\\.duration_secs", "no voice message is longer than twenty minutes"),
            narrower("body\\.available_tags\\.\\*\\.name", "the documentation: 20"),
            narrower("body\\.content", "the documentation: 2000; more is for those who pay"),
            narrower(
                    "body\\.features(\\.\\*)?",
                    "a guild has far fewer features than the description would let it name"),
            narrower("body\\.poll\\.answers\\.\\*\\.poll_media\\.text", "the documentation: 55"),
            narrower(
                    "body\\.recurrence_rule\\.by_(month|month_day|n_weekday)(\\.\\*)?",
                    "the documentation's limits of what can be set"),
            narrower("body\\.roles", "a guild has no more roles"),
            narrower("body\\.welcome_channels\\.\\*\\.emoji_name", "no emoji has such a long name"),
            narrower("body\\.username", "names of webhooks have 80 characters, whoever sends them"));

    static List<Deviation> all() {
        return ALL;
    }

    static Optional<Deviation> of(Kind kind, String route, String place) {
        return ALL.stream()
                .filter(deviation -> deviation.kind == kind
                        && (deviation.place.matcher(place).matches()
                                || deviation.place.matcher(route + " " + place).matches()))
                .findFirst();
    }

    private static Deviation leftOut(String place, String reason) {
        return new Deviation(Kind.LEFT_OUT, Pattern.compile(place), reason);
    }

    private static Deviation narrower(String place, String reason) {
        return new Deviation(Kind.NARROWER, Pattern.compile(place), reason);
    }
}
