package io.guildhall.guild.message;

import io.guildhall.guild.call.Call;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.payload.Attachment;
import io.guildhall.model.rpc.StoredFile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the list of a message's attachments may name, however the message is sent or edited: each file that came along by its place,
 * each that the message has by its id, and each once. A place stands before an id, as files that came along are looked for first.
 */
final class ListedFiles {
    private ListedFiles() {}

    /**
     * @param had what the message has; nothing when it is new
     * @throws ApiException 50035 with the entries that name nothing, or what another one names
     */
    static void require(Call call, MessageBody body, List<Attachment> had) {
        Set<String> known = call.files().stream()
                .map(StoredFile::getIndex)
                .map(Integer::toUnsignedString)
                .collect(Collectors.toCollection(HashSet::new));
        had.forEach(attachment -> known.add(attachment.id()));
        Set<String> named = new HashSet<>();
        Problems problems = Problems.none();
        List<FileBody> list = body.attachments().or(List.of());
        for (int index = 0; index < list.size(); index++) {
            String id = list.get(index).id().or("");
            Problems here = problems.at(body.attachments().field()).at(index);
            if (!known.contains(id)) {
                here.add("ATTACHMENT_NOT_FOUND", "Attachment data not found");
            } else if (!named.add(id)) {
                here.at("id").add("SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value");
            }
        }
        if (!problems.isEmpty()) {
            throw ApiException.invalidForm(problems);
        }
    }
}
