package io.guildhall.guild.webhookmessage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** An event as GitHub tells it: which one is told by what it speaks of. */
public record GithubBody(
        Given<String> action,
        Given<String> ref,
        Given<String> refType,
        Given<String> masterBranch,
        Given<JsonNode> comment,
        Given<JsonNode> issue,
        Given<JsonNode> pullRequest,
        Given<JsonNode> repository,
        Given<JsonNode> forkee,
        Given<JsonNode> sender,
        Given<JsonNode> member,
        Given<JsonNode> release,
        Given<JsonNode> headCommit,
        Given<JsonNode> commits,
        Given<Boolean> forced,
        Given<String> compare,
        Given<JsonNode> review,
        Given<JsonNode> checkRun,
        Given<JsonNode> checkSuite,
        Given<JsonNode> discussion,
        Given<JsonNode> answer) {
    public static GithubBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new GithubBody(
                fields.text("action"),
                fields.text("ref"),
                fields.text("ref_type"),
                fields.text("master_branch"),
                fields.tree("comment"),
                fields.tree("issue"),
                fields.tree("pull_request"),
                fields.tree("repository"),
                fields.tree("forkee"),
                fields.tree("sender"),
                fields.tree("member"),
                fields.tree("release"),
                fields.tree("head_commit"),
                fields.tree("commits"),
                fields.flag("forced"),
                fields.text("compare"),
                fields.tree("review"),
                fields.tree("check_run"),
                fields.tree("check_suite"),
                fields.tree("discussion"),
                fields.tree("answer"));
    }

    /** The part, or a missing node. */
    static JsonNode part(Given<JsonNode> given) {
        return given.or(MissingNode.getInstance());
    }
}
