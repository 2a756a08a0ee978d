package io.guildhall.model.operation.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every field that an operation that is here is sent, by Discord's description of its API: a field that nobody reads is accepted
 * and does nothing, which its sender finds out late.
 */
class DocumentedFieldsTest {
    /** Why a field is passed over on purpose, by a pattern over its whole place. */
    private record Passed(Pattern place, String reason) {
        static Passed over(String place, String reason) {
            return new Passed(Pattern.compile(place), reason);
        }
    }

    private static final List<Passed> PASSED = List.of(
            Passed.over(
                    "body(\\.message|\\.data)?\\.embeds\\.\\*\\.(type|(video|provider)(\\..*)?|(image|thumbnail)\\..*)",
                    "what a link's embed says of itself; senders cannot set it"),
            Passed.over(
                    "body(\\.message|\\.data)?\\.poll\\.question\\.emoji(\\..*)?",
                    "questions have text only, by the documentation"),
            Passed.over(
                    "body\\.(access_tokens?|nicks?)(\\..*)?",
                    "groups are of people, who bring in their friends: applications bring nobody into one"),
            Passed.over(
                    "body\\.(explicit_content_filter|max_participants|team_id|type)",
                    "of applications: not in the documentation, and what they were for is gone; there are no teams"),
            Passed.over(
                    "body\\.description\\.(default|localizations)(\\..*)?",
                    "the documentation has a plain text, which libraries send"),
            Passed.over("body\\.file", "read as a part of a form, by its name"),
            Passed.over(
                    "body\\.data\\.(eligible|ineligible_reason(_description)?)",
                    "what a shop of Discord's asks before it sells"),
            Passed.over(
                    "body\\.recurrence_rule\\.(by_year_day(\\.\\*)?|count|end)", "the documentation: cannot be set"),
            Passed.over(
                    "POST /lobbies/\\{lobby_id}/messages body\\.(embeds|allowed_mentions|sticker_ids|components|attachments|poll"
                            + "|shared_client_theme|message_reference|nonce|enforce_nonce|tts)(\\..*)?",
                    "what is said in a lobby is text: nothing else of a message stands in answers"),
            Passed.over("body\\.sticker_ids(\\.\\*)?", "of edits: not in the documentation"),
            Passed.over(
                    "body\\.((check_run|check_suite|discussion|answer)(\\..*)?|(comment|issue|pull_request|release|review)\\.(user|author|id)(\\..*)?"
                            + "|(forkee|member|repository|sender)\\.id)",
                    "parts of a code host's report that no message is made of"),
            Passed.over("query\\.target_(channel|message)_id", "not in the documentation, and invites have none"));

    @Test
    void everyDocumentedFieldIsReadOrPassedOverForAReason() {
        Set<String> unread = new TreeSet<>();
        Set<Passed> met = new HashSet<>();
        for (DocumentedPlace field : DocumentedPlace.fields()) {
            if (field.operation()
                    .filter(operation -> field.shapes(operation).isEmpty())
                    .isPresent()) {
                reason(field).ifPresentOrElse(met::add, () -> unread.add(field.route() + " " + field.place()));
            }
        }
        assertThat(unread).isEmpty();
        assertThat(met).as("what is still passed over").containsAll(PASSED);
    }

    private static Optional<Passed> reason(DocumentedPlace field) {
        return PASSED.stream()
                .filter(passed -> passed.place.matcher(field.place()).matches()
                        || passed.place
                                .matcher(field.route() + " " + field.place())
                                .matches())
                .findFirst();
    }
}
