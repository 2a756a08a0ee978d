package io.guildhall.standalone.moving;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.payload.Json;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One file of an export: one channel with its messages. It is read as a stream, so it may be larger than memory. */
record ExportFile(Path path) {
    private static final int MOST_FILES = 100_000;
    private static final String MESSAGES = "messages";

    /** One message with a thousand people's reactions is some hundred KB; a text in it never. */
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(60)
                    .maxStringLength(1 << 20)
                    .maxNameLength(1_000)
                    .maxNumberLength(100)
                    .build())
            .build());

    /** Takes one message after the other, in the order of the file. */
    @FunctionalInterface
    interface Reader {
        void message(JsonNode message) throws IOException, ExportException;
    }

    /** The JSON files right in a folder, in the order of their names. */
    static List<ExportFile> in(Path folder) throws IOException, ExportException {
        try (Stream<Path> entries = Files.list(folder)) {
            List<ExportFile> files = entries.filter(
                            path -> path.getFileName().toString().endsWith(".json"))
                    .filter(Files::isRegularFile)
                    .limit(MOST_FILES + 1L)
                    .map(ExportFile::new)
                    .sorted(Comparator.comparing(ExportFile::name))
                    .toList();
            if (files.isEmpty()) {
                throw new ExportException("there is no .json file in " + folder);
            }
            if (files.size() > MOST_FILES) {
                throw new ExportException("there are more than " + MOST_FILES + " files in " + folder);
            }
            return files;
        }
    }

    String name() {
        return path.getFileName().toString();
    }

    private JsonNode read(Optional<Reader> reader) throws IOException, ExportException {
        ObjectNode head = Json.object();
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(path));
                JsonParser parser = MAPPER.createParser(bytes)) {
            demand(parser.nextToken() == JsonToken.START_OBJECT, "is no export of a channel");
            for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
                parser.nextToken();
                if (!field.equals(MESSAGES)) {
                    head.set(field, MAPPER.readTree(parser));
                } else if (reader.isPresent()) {
                    messages(parser, reader.get());
                } else if (isHead(head)) {
                    return head;
                } else {
                    parser.skipChildren();
                }
            }
        } catch (JsonProcessingException malformed) {
            throw new ExportException(name() + " is not as an export is, at line "
                    + malformed.getLocation().getLineNr() + ": " + malformed.getOriginalMessage());
        }
        demand(isHead(head), "has no guild and channel in it");
        return head;
    }

    private static boolean isHead(JsonNode read) {
        return read.path("guild").isObject() && read.path("channel").isObject();
    }

    /** What stands around the messages, without reading these where they come last, as the tools write them. */
    JsonNode head() throws IOException, ExportException {
        return read(Optional.empty());
    }

    /** Reads the whole file, each message by the reader. */
    void read(Reader reader) throws IOException, ExportException {
        read(Optional.of(reader));
    }

    private void messages(JsonParser parser, Reader reader) throws IOException, ExportException {
        demand(parser.currentToken() == JsonToken.START_ARRAY, "has messages that are no list");
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            reader.message(MAPPER.readTree(parser));
        }
        demand(parser.currentToken() == JsonToken.END_ARRAY, "has a message that is none");
    }

    private void demand(boolean holds, String otherwise) throws ExportException {
        if (!holds) {
            throw new ExportException(name() + " " + otherwise);
        }
    }
}
