package io.guildhall.standalone.data;

/** The secrets that an instance makes for itself on its first start. */
public enum Secret {
    /** Signs the tokens of people and bots: without it every token is void. */
    TOKENS("token.secret"),
    /** What services show each other. Unused in one process, but the services demand one. */
    CLUSTER("cluster.secret"),
    /** By which push services know the instance: without it nobody is told anything who subscribed before. */
    PUSH("push.secret");

    private final String fileName;

    Secret(String fileName) {
        this.fileName = fileName;
    }

    String fileName() {
        return fileName;
    }
}
