package fundtrail.query.read;

import fundtrail.contract.Tags;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.PayeeAccountId;
import fundtrail.contract.id.RuleSetId;
import fundtrail.query.entity.AuthorityMatrix;
import fundtrail.query.entity.Kind;
import fundtrail.query.fold.FactTags;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Ask;
import fundtrail.query.read.Entities.Wanted;

/** Sources, rules and accounts. */
public final class MasterReads {
    private final EntityReads entities;

    public MasterReads(EntityReads entities) {
        this.entities = entities;
    }

    public Answer ruleSets(Ask ask) throws InterruptedException {
        return entities.list(ask, Kind.RULE_SET);
    }

    public Answer ruleSet(Ask ask) throws InterruptedException {
        return entities.one(ask, Kind.RULE_SET, ask.path("ruleSet", RuleSetId::new).value());
    }

    public Answer authorityMatrix(Ask ask) throws InterruptedException {
        return entities.one(ask, Kind.AUTHORITY_MATRIX, AuthorityMatrix.ID);
    }

    public Answer fundSources(Ask ask) throws InterruptedException {
        return entities.list(ask, Kind.FUND_SOURCE);
    }

    public Answer fundSource(Ask ask) throws InterruptedException {
        return entities.one(ask, Kind.FUND_SOURCE, ask.path("fundSource", FundSourceCode::new).value());
    }

    public Answer treasuryAccounts(Ask ask) throws InterruptedException {
        var division = ask.given(Params.DIVISION);
        return entities.list(ask, Kind.TREASURY_ACCOUNT, Wanted.ALL, one -> division.map(one.division()::equals).orElse(true));
    }

    public Answer payeeAccounts(Ask ask) throws InterruptedException {
        var institution = ask.given(Params.INSTITUTION);
        return entities.list(ask, Kind.PAYEE_ACCOUNT, Wanted.tagged(institution.map(id -> FactTags.tag(Tags.INSTITUTION, id))), one ->
                institution.map(one.institution()::equals).orElse(true));
    }

    public Answer payeeAccount(Ask ask) throws InterruptedException {
        return entities.one(ask, Kind.PAYEE_ACCOUNT, ask.path("payeeAccount", PayeeAccountId::new).value());
    }

    public Answer batches(Ask ask) throws InterruptedException {
        var division = ask.given(Params.DIVISION);
        return entities.list(ask, Kind.BATCH, Wanted.ALL, one -> division.map(one.division()::equals).orElse(true));
    }
}
