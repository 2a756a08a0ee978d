package io.guildhall.standalone.client;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The admin, bot, demo and message commands: they talk to a running instance over HTTP as any client does. */
public final class Client {
    static final String DEFAULT_URL = "http://localhost:8080/api";

    private Client() {}

    public static void main(String[] arguments) throws Exception {
        String api = DEFAULT_URL;
        try {
            if (arguments.length > 0 && arguments[0].equals("admin")) {
                Administration administration =
                        Administration.of(List.of(arguments).subList(1, arguments.length), System.getenv());
                api = administration.platform().api();
                System.out.print(administration.run());
                return;
            }
            Map<String, String> options = options(arguments);
            Platform platform = new Platform(options.getOrDefault("url", DEFAULT_URL));
            api = platform.api();
            System.out.print(ofPlatform(arguments.length == 0 ? "" : arguments[0], platform, options));
        } catch (RefusedException | IllegalArgumentException refused) {
            System.err.println("guildhall: " + refused.getMessage());
            System.exit(1);
        } catch (java.net.ConnectException unreachable) {
            System.err.println("guildhall: nothing answers at " + api + ". Start it with: ./guildhall up");
            System.exit(1);
        }
    }

    private static String ofPlatform(String command, Platform platform, Map<String, String> options)
            throws IOException, InterruptedException {
        return switch (command) {
            case "bot" -> new NewBot(platform, options).run();
            case "demo" -> new Demo(platform).run();
            case "message" -> new Message(platform, options).run();
            default -> throw new IllegalArgumentException("admin, bot, demo or message");
        };
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
