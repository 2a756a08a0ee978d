package io.guildhall.guild.webhookmessage;

import static io.guildhall.guild.webhookmessage.GithubBody.part;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.payload.Json;
import java.util.Optional;

/** Tells of GitHub's events in an embed, in the name of whoever made them happen. */
final class GithubMessage {
    private static final int OPENED = 0xEB6420;
    private static final int PULLED = 0x009800;
    private static final int COMMENTED = 0xE68D60;
    private static final int REVIEWED = 0xBFE5BF;
    private static final int FORKED = 0xFCBD1F;
    private static final int FAILED = 0xFC2929;

    private GithubMessage() {}

    /** Empty when there is nothing worth telling. */
    static Optional<ObjectNode> of(GithubBody event) {
        JsonNode sender = part(event.sender());
        return embed(event).map(embed -> {
            embed.author(
                    sender.path("login").asText(),
                    sender.path("html_url").asText(),
                    sender.path("avatar_url").asText());
            ObjectNode message = Json.object().put("username", "GitHub").put("content", "");
            message.putArray("embeds").add(embed.json());
            return message;
        });
    }

    private static Optional<EmbedDraft> embed(GithubBody event) {
        if (event.commits().hasValue() && event.ref().hasValue()) {
            return GithubPush.embed(event);
        }
        if (event.refType().hasValue()) {
            return reference(event);
        }
        if (event.discussion().hasValue()) {
            return discussion(event);
        }
        if (event.review().hasValue() && event.pullRequest().hasValue()) {
            return review(event);
        }
        if (event.comment().hasValue()) {
            return comment(event);
        }
        if (event.pullRequest().hasValue()) {
            return changed(event, part(event.pullRequest()), "Pull request", PULLED);
        }
        if (event.issue().hasValue()) {
            return changed(event, part(event.issue()), "Issue", OPENED);
        }
        return event.checkRun().hasValue() || event.checkSuite().hasValue() ? check(event) : aboutRepository(event);
    }

    private static Optional<EmbedDraft> reference(GithubBody event) {
        boolean tag = event.refType().or("").equals("tag");
        // Only what begins to exist is told with the branch that it may be merged into.
        String title = event.masterBranch().hasValue()
                ? "New " + (tag ? "tag" : "branch") + " created: "
                : (tag ? "Tag" : "Branch") + " deleted: ";
        return Optional.of(titled(event, title + event.ref().or(""), null));
    }

    private static Optional<EmbedDraft> changed(GithubBody event, JsonNode subject, String kind, int color) {
        String action = event.action().or("");
        boolean opened = action.equals("opened");
        if (!opened && !action.equals("closed") && !action.equals("reopened")) {
            return Optional.empty();
        }
        String said = subject.path("merged").asBoolean() && action.equals("closed") ? "merged" : action;
        EmbedDraft embed = titled(event, "%s %s: %s".formatted(kind, said, numbered(subject)), subject);
        return Optional.of(
                opened ? embed.description(subject.path("body").asText("")).color(color) : embed);
    }

    private static Optional<EmbedDraft> comment(GithubBody event) {
        if (!event.action().or("created").equals("created")) {
            return Optional.empty();
        }
        JsonNode comment = part(event.comment());
        JsonNode issue = part(event.issue());
        String subject;
        if (event.pullRequest().hasValue()) {
            subject = "New review comment on pull request " + numbered(part(event.pullRequest()));
        } else if (event.issue().hasValue()) {
            subject = "New comment on " + (issue.hasNonNull("pull_request") ? "pull request " : "issue ")
                    + numbered(issue);
        } else {
            subject = "New comment on commit `"
                    + GithubPush.brief(comment.path("commit_id").asText()) + "`";
        }
        return Optional.of(titled(event, subject, comment)
                .description(comment.path("body").asText(""))
                .color(event.pullRequest().hasValue() ? REVIEWED : COMMENTED));
    }

    private static Optional<EmbedDraft> review(GithubBody event) {
        JsonNode review = part(event.review());
        if (!event.action().or("").equals("submitted")) {
            return Optional.empty();
        }
        String title = "Pull request review submitted: " + numbered(part(event.pullRequest()));
        return Optional.of(titled(event, title, review)
                .description(review.path("body").asText(""))
                .color(REVIEWED));
    }

    private static Optional<EmbedDraft> discussion(GithubBody event) {
        JsonNode discussion = part(event.discussion());
        String about = "discussion " + numbered(discussion);
        return switch (event.action().or("")) {
            case "created" ->
                Optional.of(
                        event.comment().hasValue()
                                ? titled(event, "New comment on " + about, part(event.comment()))
                                        .description(part(event.comment())
                                                .path("body")
                                                .asText(""))
                                        .color(COMMENTED)
                                : titled(event, "New " + about, discussion)
                                        .description(discussion.path("body").asText(""))
                                        .color(OPENED));
            case "answered" ->
                Optional.of(titled(event, "Answered " + about, part(event.answer()))
                        .description(part(event.answer()).path("body").asText("")));
            default -> Optional.empty();
        };
    }

    private static Optional<EmbedDraft> check(GithubBody event) {
        JsonNode run = part(event.checkRun());
        JsonNode suite = event.checkRun().hasValue() ? run.path("check_suite") : part(event.checkSuite());
        String conclusion =
                (event.checkRun().hasValue() ? run : suite).path("conclusion").asText("");
        if (!event.action().or("").equals("completed") || conclusion.isEmpty()) {
            return Optional.empty();
        }
        String name = event.checkRun().hasValue()
                ? run.path("name").asText()
                : suite.path("app").path("name").asText();
        String where = suite.path("head_branch")
                .asText(GithubPush.brief(suite.path("head_sha").asText()));
        return Optional.of(titled(event, "%s %s on %s".formatted(name, conclusion, where), run)
                .color(conclusion.equals("success") ? PULLED : FAILED));
    }

    private static Optional<EmbedDraft> aboutRepository(GithubBody event) {
        String action = event.action().or("");
        if (event.forkee().hasValue()) {
            JsonNode fork = part(event.forkee());
            String name = fork.path("full_name").asText();
            return Optional.of(titled(event, "Fork created: " + name, fork).color(FORKED));
        }
        if (event.release().hasValue()) {
            JsonNode release = part(event.release());
            String title = "New release published: " + release.path("tag_name").asText();
            return action.equals("published") ? Optional.of(titled(event, title, release)) : Optional.empty();
        }
        if (event.member().hasValue()) {
            JsonNode member = part(event.member());
            String title = "New collaborator added: " + member.path("login").asText();
            return action.equals("added") ? Optional.of(titled(event, title, member)) : Optional.empty();
        }
        return action.equals("started")
                ? Optional.of(titled(event, "New star added", part(event.repository())))
                : Optional.empty();
    }

    private static EmbedDraft titled(GithubBody event, String title, JsonNode linked) {
        JsonNode repository = part(event.repository());
        String name = repository.path("full_name").asText("");
        String url = linked == null ? null : linked.path("html_url").asText(null);
        return new EmbedDraft().title((name.isEmpty() ? "" : "[" + name + "] ") + title, url);
    }

    private static String numbered(JsonNode subject) {
        return "#" + subject.path("number").asLong() + " "
                + subject.path("title").asText();
    }
}
