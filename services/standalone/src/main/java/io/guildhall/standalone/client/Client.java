package io.guildhall.standalone.client;

import java.util.HashMap;
import java.util.Map;

/** The bot, demo and message commands: they talk to a running instance over HTTP as any client does. */
public final class Client {
    private static final String DEFAULT_URL = "http://localhost:8080/api";

    private Client() {}

    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = options(arguments);
        Platform platform = new Platform(options.getOrDefault("url", DEFAULT_URL));
        try {
            switch (arguments.length == 0 ? "" : arguments[0]) {
                case "bot" -> System.out.print(new NewBot(platform, options).run());
                case "demo" -> System.out.print(new Demo(platform).run());
                case "message" -> System.out.print(new Message(platform, options).run());
                default -> throw new IllegalArgumentException("bot, demo or message");
            }
        } catch (RefusedException | IllegalArgumentException refused) {
            System.err.println("guildhall: " + refused.getMessage());
            System.exit(1);
        } catch (java.net.ConnectException unreachable) {
            System.err.println("guildhall: nothing answers at " + platform.api() + ". Start it with: ./guildhall up");
            System.exit(1);
        }
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        for (int index = 1; index < arguments.length; index += 2) {
            if (!arguments[index].startsWith("--") || index + 1 == arguments.length) {
                throw new IllegalArgumentException("options are --name value, not " + arguments[index]);
            }
            options.put(arguments[index].substring(2), arguments[index + 1]);
        }
        return options;
    }
}
