package io.guildhall.push.node;

import io.guildhall.push.webpush.VapidKeys;

/** Prints new keys of Web Push, as {@code guildhall.push.keys} takes them: the public one, a dot, the private one. */
public final class KeysTool {
    private KeysTool() {}

    public static void main(String[] arguments) {
        System.out.println(VapidKeys.generate().secret());
    }
}
