package fundtrail.contract.fact;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.contract.Fact;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.ProposalId;
import java.time.LocalDate;
import java.util.Set;

/**
 * 提案提交: a wish that waits for signatures. A long list in it goes in {@link ProposalSubmittedRows} before it, in the
 * same append; the proposal takes effect with this fact.
 *
 * @param command     the command proposed
 * @param content     the command's body in canonical form, without the rows that went in parts
 * @param contentHash SHA-256 over the command's name and whole canonical body; each later signature names it
 * @param division    the division whose people sign; absent where it is for the whole ledger
 * @param amount      the amount signers are limited by, in yuan; absent where the command has none
 * @param expiresOn   the last day on which it can be signed
 * @param basedOn     the last position the maker's wish was judged against
 * @param parts       how many parts of rows precede; absent when there are none
 * @param rowCount    how many rows they hold; absent when there are none
 * @param rowsHash    SHA-256 over the canonical array of all rows; absent when there are none
 */
public record ProposalSubmitted(
        ProposalId proposal,
        String command,
        JsonNode content,
        String contentHash,
        DivisionCode division,
        Money amount,
        LocalDate expiresOn,
        long basedOn,
        Integer parts,
        Integer rowCount,
        String rowsHash)
        implements Fact {
    public ProposalSubmitted {
        Text.sha256("content", contentHash);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.PROPOSAL, proposal).and(Tags.COMMAND, command).set();
    }
}
