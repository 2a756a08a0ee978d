package io.guildhall.search.index;

import io.guildhall.search.home.Home;

/** How indexes are named. The name says how many shards one has, so that every node makes it the same. */
public final class IndexNames {
    private static final String SHARED = "messages-";
    private static final String OWN = "messages-own-";

    private IndexNames() {}

    /** One of several in which small homes lie together. */
    public static String shared(Home home, int indexes) {
        return SHARED + home.share(indexes);
    }

    /** That of one home alone. */
    public static String own(Home home, int shards) {
        return OWN + home.number() + "-" + Long.toUnsignedString(home.id()) + "-" + shards;
    }

    public static boolean isOwn(String name) {
        return name.startsWith(OWN);
    }

    static int shards(String name) {
        return isOwn(name) ? Integer.parseInt(name.substring(name.lastIndexOf('-') + 1)) : 1;
    }
}
