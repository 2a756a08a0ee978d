import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Takes the classes that protobuf generated out of a native build's reflection configuration. Quarkus registers each of them
 * with all its methods, for printing messages and turning them into JSON; Guildhall does neither, and every registered
 * method is code that must be compiled and carried along.
 *
 * <p>Argument: the runner jar, which is changed in place. Says how many classes were registered before and after.
 */
public final class TrimReflection {
    private static final String CONFIGURATION = "META-INF/native-image/reflect-config.json";
    private static final Pattern NAME = Pattern.compile("\"name\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern GENERATED = Pattern.compile("io\\.guildhall\\.model\\.rpc\\.(?!Mutiny).*"
            + "|io\\.guildhall\\.discovery\\.etcd\\.rpc\\..*"
            + "|com\\.google\\.protobuf\\.(?!UnsafeUtil|JavaFeaturesProto).*"
            + "|io\\.grpc\\.reflection\\.v1.*|grpc\\.reflection\\.v1.*|grpc\\.health\\.v1\\.Health(?:CheckRe|Proto).*");

    public static void main(String[] arguments) throws IOException {
        URI jar = URI.create("jar:" + Path.of(arguments[0]).toUri());
        try (FileSystem files = FileSystems.newFileSystem(jar, Map.of())) {
            Path configuration = files.getPath(CONFIGURATION);
            List<String> entries = entries(Files.readString(configuration));
            List<String> kept = entries.stream().filter(entry -> !isGenerated(entry)).toList();
            Files.writeString(configuration, "[\n" + String.join(",\n", kept) + "\n]\n");
            System.err.println("guildhall: " + kept.size() + " of " + entries.size() + " classes stay open to reflection");
        }
    }

    private static boolean isGenerated(String entry) {
        var name = NAME.matcher(entry);
        return name.find() && GENERATED.matcher(name.group(1)).matches();
    }

    /** The objects of the outermost array. */
    private static List<String> entries(String json) {
        List<String> entries = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int index = 0; index < json.length(); index++) {
            switch (json.charAt(index)) {
                case '{' -> {
                    if (depth++ == 0) {
                        begin = index;
                    }
                }
                case '}' -> {
                    if (--depth == 0) {
                        entries.add(json.substring(begin, index + 1));
                    }
                }
                default -> {}
            }
        }
        return entries;
    }
}
