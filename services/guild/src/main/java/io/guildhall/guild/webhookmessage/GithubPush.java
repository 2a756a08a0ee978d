package io.guildhall.guild.webhookmessage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Tells of commits that were pushed to a branch. */
final class GithubPush {
    private static final int PUSHED = 0x7289DA;
    private static final int FORCED = 0xFC2929;
    private static final int MOST_COMMITS = 10;
    private static final int MOST_OF_MESSAGE = 50;
    private static final int BRIEF = 7;
    private static final String BRANCHES = "refs/heads/";

    private GithubPush() {}

    /** Empty for a branch that came or went without commits: GitHub tells of that by itself. */
    static Optional<EmbedDraft> embed(GithubBody event) {
        JsonNode commits = event.commits().required();
        String branch = event.ref().or("").replace(BRANCHES, "");
        String name = event.repository().required().path("name").asText();
        if (event.forced().or(false)) {
            String head = brief(GithubBody.part(event.headCommit()).path("id").asText(""));
            return Optional.of(new EmbedDraft()
                    .title(
                            "[%s] Branch %s was force-pushed to `%s`".formatted(name, branch, head),
                            event.compare().orNull())
                    .color(FORCED));
        }
        if (commits.isEmpty()) {
            return Optional.empty();
        }
        String count = commits.size() == 1 ? "1 new commit" : commits.size() + " new commits";
        return Optional.of(new EmbedDraft()
                .title(
                        "[%s:%s] %s".formatted(name, branch, count),
                        event.compare().orNull())
                .description(lines(commits))
                .color(PUSHED));
    }

    /** The hash of a commit as people write it. */
    static String brief(String hash) {
        return hash.length() <= BRIEF ? hash : hash.substring(0, BRIEF);
    }

    private static String lines(JsonNode commits) {
        StringBuilder lines = new StringBuilder();
        for (int index = 0; index < Math.min(commits.size(), MOST_COMMITS); index++) {
            JsonNode commit = commits.get(index);
            String author = commit.path("author")
                    .path("username")
                    .asText(commit.path("author").path("name").asText());
            lines.append("[`%s`](%s) %s - %s\n"
                    .formatted(
                            brief(commit.path("id").asText()),
                            commit.path("url").asText(),
                            firstLine(commit.path("message").asText()),
                            author));
        }
        return lines.toString();
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        String line = end < 0 ? message : message.substring(0, end);
        return line.length() <= MOST_OF_MESSAGE ? line : line.substring(0, MOST_OF_MESSAGE - 3) + "...";
    }
}
