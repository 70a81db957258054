package fundtrail.command.http;

import fundtrail.command.documents.DocumentKind;
import fundtrail.command.documents.Documents;
import fundtrail.contract.Digest;
import fundtrail.contract.Role;
import fundtrail.tokens.TokenRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.sql.SQLException;
import java.util.EnumSet;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code PUT /documents/<sha256>}: a document is stored before the fact that rests on it. It is read on the reading side,
 * by whoever may see such a fact; until there is one, by nobody.
 */
@RestController
final class DocumentController {
    private final Door door;
    private final Documents documents;

    DocumentController(Door door, Documents documents) {
        this.door = door;
        this.documents = documents;
    }

    @PutMapping("/documents/{sha256}")
    ResponseEntity<byte[]> put(@PathVariable("sha256") String sha256, HttpServletRequest request)
            throws IOException, SQLException, TokenRefused {
        Caller caller = door.caller(request);
        door.requireRole(caller, EnumSet.allOf(Role.class));
        byte[] bytes = door.content(request, Documents.MAX_BYTES);
        String found = Digest.sha256(bytes);
        if (!found.equals(sha256)) {
            throw new TurnedAway(DoorCode.HASH_DIFFERS).with("named", sha256).with("found", found);
        }
        DocumentKind kind = DocumentKind.of(bytes).orElseThrow(() -> new TurnedAway(DoorCode.DOCUMENT_KIND_UNKNOWN));
        boolean isNew = documents.put(sha256, kind, bytes, caller.person().value());
        return ResponseEntity.status(isNew ? 201 : 200).build();
    }
}
